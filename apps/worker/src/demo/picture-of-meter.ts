/** A meter of water no. 2604118 on its pipe, showing 0.041: a small PNG. */
export const PICTURE_OF_METER = Buffer.from(
  [
    'iVBORw0KGgoAAAANSUhEUgAAASwAAADIBAMAAACg8cFmAAAAGFBMVEXW0MZ4hIzw8/UcHiL09PCwNCw8QkiWbkaJKewkAAADH0lEQVR42u2dXV',
    'KDQBCEd28wyw2YK8QbxCtwBd998vpiIojJQmDpWdo4XVQkPoSvuic/xp3ZEFwul8vl+ouKaSoSqHQnITOKxbI0K+Gz6ljD0gMJJdUhXDGtESdV',
    'ba61VHW5bql0ovY4rl/XbfRWB9X9MtQtmBxApTNqq3PFR1bdGVaZShfVVuVaSzXlkopmqa7nYqKqyLWJasIldcxS3chVxSzVrVxSgapZj6X2Mc',
    'YCqh8uoghrxFhmlrldhVQjl5iatZlqjJHLLFO7ys0ytSuWU41cZhk2ZVhqleIus+zs2meWlV07zbKyK+40a7CLLEObFHdnaJPifrNM7Npv1mCX',
    'UBW8SdEnIJZwZYhPEZMhPMUIMWuwiyxDdIqoDMEpojIEp5jAWALEQmT4naKQlRa0uHClBS2uBMcSstJCFhcnFrK0gMVFigXNEJciM9b1IU/r1O',
    'U1SVGgpQXDSk+N1eCwFIOVTLDkmbF0wHrt1V/4pf9xPs3d7bqvkx7k9XJ017NOgU/FaIOVwFiX4/Ry/jrm7o48xlgNEksdqzZW2oV1rfwcluBe',
    'H0BY7dFYXTZEx6qMFa2wEu71YfObTx5L/w0W4IONY+GxPhb1boa1fF3HMsNC/r3vWI7lWI7lWI7FhrXl8xYSC/gx0LEcC4yVsFSIbymtsMSxHA',
    'v/VER8dxqNsIJjVcZKbK+mrFjBBgv631eihRAzWG+9bm4vh05ur7+3wYomWIYrf6Yceazh3GDtDylWsMCyXJFUhmW7UOq+2McCXy55FFa+uEqx',
    'jBfhLcc3HyJu4Wk2xVIs4wWeJFgJgwVcpZstrvs3H13z5tOil1o3ECxkewHnennW7gLSXgzSzhXSPh/WrijSHjLSjjvW/kTSbk7S3lfWTmHSvm',
    'rSLnTWnn3SCQek8yBYp2eQzhphncxCOseGdOoP64wk0olSrPO3SKeVsc52I52Exzo3kHXKIulMStYJnqTzTlmnw7LO0iWdPMw6p5l1qjXrDHDW',
    'iemk8+VZp/Gz7l0QSHd6CKz7YrDuIhJI91wJrDvU5B07fj+fjGXB5XK5XK5FfQKYgIUPlP1lHgAAAABJRU5ErkJggg==',
  ].join(''),
  'base64',
);
