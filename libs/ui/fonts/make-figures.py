# Makes figures.woff2: the digits of Golos Text on one advance. Golos Text's own `tnum` widens only the 1,
# so sums set in it drift by up to a pixel a digit; here every digit is centred on the width of the zero.
# Needs fonttools and brotli:  python3 make-figures.py <golos-text-latin-wght-normal.woff2> figures.woff2
import sys

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.iup import iup_delta

DIGITS = "0123456789"
THIN = 0x202F  # the narrow no-break space between thousands, which Golos Text lacks: browsers make it an eighth of an em
THIN_ADVANCE = 0.2  # an eighth is too little to be seen

source, target = sys.argv[1:]
font = TTFont(source)

options = Options()
options.layout_features = ["tnum"]
options.name_IDs = ["*"]
options.notdef_outline = True
subsetter = Subsetter(options)
subsetter.populate(text=DIGITS + " ")
subsetter.subset(font)

# The tabular form of a digit takes the digit's own place, so that no OpenType feature has to be switched on.
substitutes = {}
if "GSUB" in font:
    for feature in font["GSUB"].table.FeatureList.FeatureRecord:
        if feature.FeatureTag != "tnum":
            continue
        for index in feature.Feature.LookupListIndex:
            for subtable in font["GSUB"].table.LookupList.Lookup[index].SubTable:
                substitutes.update(getattr(getattr(subtable, "ExtSubTable", subtable), "mapping", {}))
for table in font["cmap"].tables:
    table.cmap = {code: substitutes.get(name, name) for code, name in table.cmap.items()}

glyf, hmtx, gvar = font["glyf"], font["hmtx"], font["gvar"]
for table in font["cmap"].tables:  # most tabular forms are mere references to the plain digit
    for code, name in table.cmap.items():
        if glyf[name].isComposite():
            table.cmap[code] = glyf[name].components[0].glyphName
cmap = font.getBestCmap()


def widen(name, advance, advance_deltas):
    """Gives the glyph this advance at every weight and keeps its outline in the middle."""
    glyph = glyf[name]
    coordinates, control = glyf._getCoordinatesAndControls(name, hmtx.metrics)
    ends = control.endPts
    old_advance = hmtx[name][0]
    points = len(coordinates) - 4
    shift = (advance - old_advance) / 2

    for variation in gvar.variations[name]:
        if None in variation.coordinates:
            variation.coordinates = iup_delta(variation.coordinates, coordinates, ends)
        axes = tuple(sorted(variation.axes.items()))
        old_delta = variation.coordinates[points + 1][0] - variation.coordinates[points][0]
        move = (advance_deltas[axes] - old_delta) / 2
        variation.coordinates = [
            (round(x + move), round(y)) for x, y in variation.coordinates[:points]
        ] + [(0, 0), (advance_deltas[axes], 0), (0, 0), (0, 0)]

    for i in range(points):
        x, y = glyph.coordinates[i]
        glyph.coordinates[i] = (round(x + shift), y)
    glyph.recalcBounds(glyf)
    hmtx[name] = (advance, glyph.xMin)


zero = cmap[ord("0")]
deltas = {
    tuple(sorted(v.axes.items())): v.coordinates[-3][0] - v.coordinates[-4][0] for v in gvar.variations[zero]
}
for digit in DIGITS:
    widen(cmap[ord(digit)], hmtx[zero][0], deltas)

thin = cmap[ord(" ")]
hmtx[thin] = (round(font["head"].unitsPerEm * THIN_ADVANCE), 0)
gvar.variations[thin] = []
for table in font["cmap"].tables:
    table.cmap = {THIN if code == ord(" ") else code: name for code, name in table.cmap.items()}

for tag in ("HVAR", "GSUB", "GPOS", "GDEF", "STAT"):
    if tag in font:
        del font[tag]
for record in font["name"].names:
    if record.nameID in (1, 4, 16):
        record.string = "Dvor Figures"
    elif record.nameID in (3, 6):
        record.string = "DvorFigures"
font.flavor = "woff2"
font.save(target)
