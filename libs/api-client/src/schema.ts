/** Generated from apps/api/openapi.json by `node dist/apps/api/src/write-openapi.js`. Never edited. */

export interface paths {
    "/api/v1/accounts/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything that was ever recorded of an account, its people and its premises */
        get: operations["readTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * From a day on the account is open no longer
         * @description Its balance must be zero, or a document says what becomes of it.
         */
        post: operations["closeAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open a closed account again */
        post: operations["reopenAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{id}/payer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Somebody else pays from a day on */
        post: operations["changePayer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{id}/transfer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A new owner: close the account and open another one for the same premises */
        post: operations["transferAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{id}/split": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rooms of a flat, or co-owners by their shares, get accounts of their own
         * @description By shares: they make up a whole, and everybody who is registered goes with one of the parts.
         */
        post: operations["splitAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{id}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Other accounts become part of this one and are closed */
        post: operations["mergeAccounts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{id}/identifiers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** State identifiers: ЕЛС and ИЖКУ */
        put: operations["identifyAccount"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{id}/residents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Register somebody in the premises of the account */
        post: operations["moveIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{id}/residents/{partyId}/move-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** From a day on somebody no longer lives there */
        post: operations["moveOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{id}/absences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A registered person was away, proved by a paper */
        post: operations["recordAbsence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{id}/absences/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take an absence back */
        post: operations["withdrawAbsence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{id}/certificates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Certificates of the passport desk, the latest first */
        get: operations["listCertificates"];
        put?: never;
        /** Certify household composition or registration on a day */
        post: operations["issueCertificate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{id}/benefits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Benefits of an account’s people, past and to come, the latest first */
        get: operations["listAccountBenefits"];
        put?: never;
        /** Somebody is let off from a day on */
        post: operations["grantBenefit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{id}/benefits/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Over these days a benefit does not hold */
        post: operations["endBenefit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{id}/subsidies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Subsidies that social protection has told of, the latest first */
        get: operations["listSubsidies"];
        put?: never;
        /** A subsidy is paid over some days */
        post: operations["addSubsidy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{id}/subsidies/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Over these days no subsidy is paid */
        post: operations["endSubsidy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{id}/subsidies/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a family’s subsidy should come to, to compare with what social protection sent
         * @description Nothing is kept of it.
         */
        post: operations["checkAccountSubsidy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{id}/declines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Voluntary services that the payer has declined */
        get: operations["listDeclines"];
        put?: never;
        /**
         * A voluntary service is declined from a day on
         * @description It is no longer charged.
         */
        post: operations["declineService"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{id}/declines/take-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A declined service is wanted again from a day on */
        post: operations["takeDeclineBack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Accounts by number, as they are today */
        get: operations["listAccounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An account’s card: premises, people, meters, money */
        get: operations["readAccount"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{id}/lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A month’s lines with their explanations
         * @description Without `period`: the last month that has been calculated.
         */
        get: operations["readAccountLines"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{id}/ledger": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything that moved the account’s balance */
        get: operations["readAccountLedger"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{id}/receipts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Receipts of an account, the latest first */
        get: operations["listAccountReceipts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Keys of programs, the newest first
         * @description With their last use, to the minute.
         */
        get: operations["listApiKeys"];
        put?: never;
        /**
         * Make a key for a program
         * @description The answer holds the key: it is told this once and kept nowhere.
         */
        post: operations["makeApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-keys/{id}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give the key a new secret
         * @description The one before stays good for the hours of grace. The key passes to whoever rotates it.
         */
        post: operations["rotateApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-keys/{id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Revoke the key, at once and for good */
        post: operations["revokeApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was asked to be approved, the latest first */
        get: operations["listApprovals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/approvals/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One request: what, why, by whom, and what was decided */
        get: operations["readApproval"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/approvals/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Allow what somebody else has asked for */
        post: operations["approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/approvals/{id}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Refuse it, saying why */
        post: operations["refuse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/approvals/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take one’s own request back */
        post: operations["withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/approval-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What needs a second person here, and what is done without by whose will */
        get: operations["listRules"];
        /**
         * Do an action without a second person, or with one again
         * @description Where somebody else could decide, doing without is asked of them first; ask again after their word.
         */
        put: operations["changeRule"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/charge-methods": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How a service can be charged */
        get: operations["listChargeMethods"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assignments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which houses, entrances and premises get which services */
        get: operations["listAssignments"];
        put?: never;
        /** Give a service to these places, as it was previewed */
        post: operations["createAssignments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assignments/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What giving a service to these places would do; nothing is changed */
        post: operations["previewAssignments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assignments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Supplier, method or kinds of premises were, or will be, others */
        patch: operations["correctAssignment"];
        trace?: never;
    };
    "/api/v1/assignments/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End an assignment on a day; on its first day: take it back */
        post: operations["endAssignment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who did what, newest first */
        get: operations["listAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Recompute the chain of hashes
         * @description A broken chain names the first seal that does not fit.
         */
        get: operations["verifyAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/benefit-categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Categories of benefits with what they give, by name */
        get: operations["listBenefitCategories"];
        put?: never;
        /** Add a category of benefits */
        post: operations["createBenefitCategory"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/benefit-categories/{id}/terms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a category gives from a day on
         * @description What it gave before stays.
         */
        post: operations["setBenefitTerms"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/benefit-categories/{id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Nobody new gets it; those who have it keep it */
        post: operations["archiveBenefitCategory"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/expiring-benefits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Benefits that end soon, the soonest first
         * @description A thousand at most.
         */
        get: operations["listExpiringBenefits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payment-channels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Channels by which money comes */
        get: operations["listChannels"];
        put?: never;
        /** Open a channel of a preset; it is off */
        post: operations["openChannel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payment-channels/presets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Kinds of channels that can be opened, and those that are not built yet */
        get: operations["listChannelPresets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payment-channels/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A channel: settings, fees, and what it lacks to be switched on */
        get: operations["readChannel"];
        /** Set up a channel */
        put: operations["editChannel"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payment-channels/{id}/fees": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What the channel keeps, from a day on */
        post: operations["setChannelFee"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payment-channels/{id}/trials": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the other side has tried, the latest first */
        get: operations["listChannelTrials"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payment-channels/{id}/state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Switch a channel off, to trials, or on
         * @description On only after the other side has tried a check, an unknown account, a payment and its repeat.
         */
        post: operations["setChannelState"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exceptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What needs a person, the oldest first */
        get: operations["listExceptions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exceptions/{id}/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tell what was done about it */
        post: operations["resolveException"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/houses/{id}/final-balances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the accounts of a house owed on the last day of its management
         * @description By recipient and service, with totals; nothing while the house is managed.
         */
        get: operations["readFinalBalances"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/houses/{id}/final-balances/table": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same as a workbook, as it stands now */
        get: operations["readFinalTable"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/houses/{id}/final-acts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Fix the final balances as a paper with its workbook
         * @description The month of the last day must be closed. An act is never changed: a later one stands beside it.
         */
        post: operations["fixFinalAct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/houses/{id}/final-acts/{actId}/table": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The workbook of an act, as it was fixed */
        get: operations["readFixedTable"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/formulas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The organisation’s own formulas, by name */
        get: operations["listFormulas"];
        put?: never;
        /** Begin a formula with a draft that no run sees */
        post: operations["createFormula"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/formulas/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A formula with all its versions */
        get: operations["readFormula"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/formulas/{id}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Put other words in place of the draft, or begin the next version */
        put: operations["writeFormulaDraft"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/formulas/{id}/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Drop the draft of the next version */
        post: operations["discardFormulaDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/formulas/{id}/activate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put the draft in force from a day on; every case of its bench must come out right */
        post: operations["activateFormula"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/formulas/{id}/retire": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Charge nothing by it from a day on */
        post: operations["retireFormula"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/formulas/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Read a formula, check its units and hold it against cases; nothing is written */
        post: operations["checkFormula"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/formulas/trial": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try a formula on a real account of a month; nothing is written */
        post: operations["tryFormula"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The process answers */
        get: operations["live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** PostgreSQL and Redis answer too */
        get: operations["ready"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/houses/{id}/meters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Meters of the house itself and what they counted, by months */
        get: operations["listHouseMeters"];
        put?: never;
        /** A meter was put at an input of the house */
        post: operations["addHouseMeter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/house-meters/{id}/removal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A meter of the house was taken away */
        post: operations["removeHouseMeter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/houses/{id}/meter-volumes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Enter months of the house’s meters; those left empty are forgotten */
        put: operations["enterHouseVolumes"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/heating-seasons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Heating seasons as they were declared; of a house: its own and those of all houses */
        get: operations["listHeatingSeasons"];
        put?: never;
        /** Declare a heating season, of all houses or of one */
        post: operations["declareHeatingSeason"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/heating-seasons/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** The days of a declared heating season, or its act, were others */
        put: operations["correctHeatingSeason"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/heating-seasons/{id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a declared heating season back */
        post: operations["withdrawHeatingSeason"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/premises/{id}/units": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many units of which services a premises has */
        get: operations["listPremisesUnits"];
        /** Over some days a premises has so many units of a service */
        put: operations["setPremisesUnits"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/premises/{id}/meters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Meters of a premises, removed ones last */
        get: operations["listPremisesMeters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/premises/{id}/meter-acts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Acts on refused access, failed meters and interference, the latest first */
        get: operations["listMeterActs"];
        put?: never;
        /**
         * Enter an act on a meter
         * @description Interference is charged in the month of the act; refused access and a failure hold from their day on.
         */
        post: operations["addMeterAct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meter-acts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Correct an act, or say that access was given */
        put: operations["correctMeterAct"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meter-acts/{id}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take an act back */
        post: operations["cancelMeterAct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/houses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Houses by address, as they are today */
        get: operations["listHouses"];
        put?: never;
        /** Take a house into the books */
        post: operations["addHouse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/houses/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A house and the history of its passport */
        get: operations["readHouse"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Correct a house’s address, time zone and state identifiers */
        patch: operations["renameHouse"];
        trace?: never;
    };
    "/api/v1/houses/{id}/premises": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Premises of a house in their order, with the accounts of the day */
        get: operations["listPremises"];
        put?: never;
        /** Enter a premises of the house */
        post: operations["addPremises"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/houses/{id}/services": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which services a house gets today, from whom and at which rate */
        get: operations["listHouseServices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/houses/{id}/facts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Over some days the passport was, or will be, otherwise */
        post: operations["changeHouse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/houses/{id}/agreements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Agreements of a house and its premises, those in force first */
        get: operations["listAgreements"];
        put?: never;
        /** Enter an agreement */
        post: operations["addAgreement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/houses/{id}/agreements/{agreementId}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** From a day on an agreement holds no longer */
        post: operations["endAgreement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/law-calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All parameters of law: what holds, what follows; those that run out first */
        get: operations["readLawCalendar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organization-settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where the law leaves a choice: what the organisation has chosen, by days */
        get: operations["listSettings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organization-settings/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Choose, from a day on */
        post: operations["chooseSetting"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Loads of tables, the latest first */
        get: operations["listImports"];
        put?: never;
        /**
         * Bring a table: XLSX, CSV or DBF
         * @description Its columns are recognised by their headings, or remembered from the last table with the same ones.
         */
        post: operations["uploadImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/templates/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An empty table with its headings and an example line */
        get: operations["readImportTemplate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A load: its columns, state, progress, control totals */
        get: operations["readImport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/sample": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The first rows of the file, to see what its columns hold or where its headings stand */
        get: operations["readImportSample"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/reading": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Say in which encoding and with which line of headings the file is to be read, and read it anew
         * @description Its columns are recognised again. Remembered, with the map, for the next table of this source.
         */
        put: operations["rereadImport"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/map": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say which column is which; remembered for the next table of this source */
        put: operations["mapImport"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try the load out: nothing is written
         * @description Goes on in the worker; watch it by `progress`.
         */
        post: operations["checkImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/apply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Write the good rows into the books
         * @description Goes on in the worker.
         */
        post: operations["applyImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take the load back while nothing was built on it
         * @description Goes on in the worker.
         */
        post: operations["undoImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/problems": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is wrong with the rows, by lines */
        get: operations["listImportProblems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/problem-kinds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What kinds of problem the rows have, and how often; the commonest first */
        get: operations["listImportProblemKinds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/bad-rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rows that were not loaded, with what is wrong and what to do, as a table */
        get: operations["readImportBadRows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The load as it goes on, as server-sent events
         * @description Each event’s data is an ImportDto. The stream ends with the step that is going on.
         */
        get: operations["watchImport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/one-off-works": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The price list of works that are done by act */
        get: operations["listOneOffWorks"];
        put?: never;
        /** Add a work to the price list */
        post: operations["createOneOffWork"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/one-off-works/{id}/prices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a work costs from a day on */
        post: operations["setOneOffPrice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{id}/one-offs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Works that were done for an account by act, the latest first */
        get: operations["listOneOffs"];
        put?: never;
        /** Enter an act; it is charged whole in the month of its day */
        post: operations["enterOneOff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{id}/one-offs/{act}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take an act back
         * @description What was not yet billed is gone; what was billed is reversed in the first open month.
         */
        post: operations["cancelOneOff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organization": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The organisation I work in */
        get: operations["readOrganization"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change requisites */
        patch: operations["editOrganization"];
        trace?: never;
    };
    "/api/v1/organization/clock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Move the clock of a demo organisation forward */
        post: operations["moveClock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parties": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** People and firms by name, phone or number, to be chosen from */
        get: operations["findParties"];
        put?: never;
        /** Enter a person or a firm */
        post: operations["addParty"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parties/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A person or a firm, with what was written of them before */
        get: operations["readParty"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Correct what is written of a person or a firm */
        patch: operations["editParty"];
        trace?: never;
    };
    "/api/v1/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Enter a paper that facts stand on */
        post: operations["addDocument"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/documents/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A paper that facts stand on */
        get: operations["readDocument"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/past-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Closed months that something was learnt about later
         * @description The latest change first, not more than `limit`.
         */
        get: operations["listPastChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Payments, the latest first, with the totals of the filter */
        get: operations["listPayments"];
        put?: never;
        /**
         * Enter a payment by hand
         * @description The same document of the same day, or without one the same key, is the same payment.
         */
        post: operations["enterPayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payments/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * How a payment would be split if it were entered now
         * @description By the very function that posts: entered at once, it is split so.
         */
        post: operations["previewPayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A payment: where its money stands, why, and what was done with it */
        get: operations["readPayment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payments/{id}/suggestions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Accounts that a payment may have been meant for, the best first
         * @description By the number with a slip, ЕЛС and ИЖКУ, the payer’s name and the address. Nothing posts by itself.
         */
        get: operations["suggestAccounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payments/{id}/account/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** How the payment would be split on another account */
        post: operations["previewPutOn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payments/{id}/account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put the payment on an account: one that waits, or from another */
        post: operations["putPaymentOn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payments/{id}/void": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take the payment back on the day it came, as if it had not been */
        post: operations["voidPayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payments/{id}/refund/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** From where a refund would take its money */
        post: operations["previewRefund"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payments/{id}/refund": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give back all or a part of the payment */
        post: operations["refundPayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/premises/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A premises, its owners and accounts, as of a day */
        get: operations["readPremises"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Correct number, kind, place and state identifiers */
        patch: operations["renamePremises"];
        trace?: never;
    };
    "/api/v1/premises/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything that was ever recorded of a premises */
        get: operations["readPremisesTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/premises/{id}/facts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Over some days areas or traits were, or will be, otherwise */
        post: operations["changePremises"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/premises/{id}/owners": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** From a day on the premises belongs to these */
        put: operations["setOwners"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/premises/{id}/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open an account for the premises */
        post: operations["openAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/premises/{id}/account-shares": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** What the accounts of the premises bear of it from a day on */
        put: operations["shareAccounts"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rate-drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tariffs and norms that are thought about, the latest first */
        get: operations["listRateDrafts"];
        put?: never;
        /** Write down a tariff or a norm that no run sees yet */
        post: operations["createRateDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rate-drafts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One draft */
        get: operations["readRateDraft"];
        /** Put other words in place of a draft */
        put: operations["editRateDraft"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rate-drafts/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put a draft in force; the act and the clause must be there */
        post: operations["approveRateDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rate-drafts/{id}/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Drop a draft */
        post: operations["discardRateDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rate-effect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a tariff, a norm or a factor would do to the bills of a month; nothing is written */
        post: operations["previewRateEffect"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tariffs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tariffs by service and traits, the latest first */
        get: operations["listTariffs"];
        put?: never;
        /** A tariff from a day on */
        post: operations["setTariff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tariffs/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a tariff on a day; on its first day: take it back */
        post: operations["closeTariff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/norms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Norms of consumption by service and traits, the latest first */
        get: operations["listNorms"];
        put?: never;
        /** A norm from a day on */
        post: operations["setNorm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/norms/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a norm on a day; on its first day: take it back */
        post: operations["closeNorm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/coefficients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Coefficients of the organisation and of its houses */
        get: operations["listCoefficients"];
        put?: never;
        /** A coefficient from a day on, of all houses or of one */
        post: operations["setCoefficient"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/coefficients/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a coefficient on a day; on its first day: take it back */
        post: operations["closeCoefficient"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/consumer-groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Groups of consumers that acts on tariffs tell apart, as traits */
        get: operations["listConsumerGroups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/receipts/{id}/pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A receipt as it was issued */
        get: operations["readReceiptPdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/resident/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My accounts and what I owe */
        get: operations["listOwnAccounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/resident/accounts/{id}/lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A closed month’s lines with their explanations
         * @description Without `period`: the last closed month.
         */
        get: operations["readOwnLines"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/resident/accounts/{id}/ledger": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything that moved my balance */
        get: operations["readOwnLedger"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/resident/accounts/{id}/receipts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My receipts, the latest first */
        get: operations["listOwnReceipts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/resident/accounts/{id}/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What I have paid, the latest first */
        get: operations["listOwnPayments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/resident/payments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where my payment went */
        get: operations["readOwnPayment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/resident/receipts/{id}/pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My receipt as it was issued */
        get: operations["readOwnReceiptPdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Runs of months, the latest first */
        get: operations["listRuns"];
        put?: never;
        /**
         * Calculate a month
         * @description Goes on in the worker; watch it by `progress`.
         */
        post: operations["startRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A run with its totals by service and what could not be calculated */
        get: operations["readRun"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give the run up; its draft lines go */
        post: operations["cancelRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Calculate again what was parked, once its facts are mended */
        post: operations["retryRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close the month: the reviewed lines are promoted and posted */
        post: operations["closeRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{id}/progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The run as it goes on, as server-sent events
         * @description Each event’s data is a RunProgressDto. The stream ends when there is nothing more to wait for.
         */
        get: operations["watchRun"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{id}/houses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What each house came to */
        get: operations["listRunHouses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{id}/receipts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far the printing is, by house */
        get: operations["listRunReceipts"];
        put?: never;
        /**
         * Print the receipts of a closed month
         * @description Houses that are printed already are left as they are.
         */
        post: operations["printReceipts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{id}/houses/{houseId}/receipts.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All receipts of a house as one file */
        get: operations["readHousePdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/services": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is charged for, in the order of the receipt */
        get: operations["listServices"];
        put?: never;
        /** Add a service */
        post: operations["createService"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/services/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One service */
        get: operations["readService"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change name, unit, section, order, base or codes of a service */
        patch: operations["editService"];
        trace?: never;
    };
    "/api/v1/services/{id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a service out of use; it must not be assigned today or later */
        post: operations["archiveService"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/services/{id}/unarchive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put an archived service to use again */
        post: operations["unarchiveService"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Is this install still without an organisation? */
        get: operations["readSetup"];
        put?: never;
        /**
         * Create the first organisation and its administrator
         * @description Only once: refused (409) as soon as there is an organisation.
         */
        post: operations["setUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in by e-mail and password
         * @description The refresh token comes as a httpOnly cookie. Five failures lock the e-mail for 15 minutes (423).
         */
        post: operations["signIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A new access token for the refresh cookie
         * @description The cookie turns over at every use. One used twice ends the whole session.
         */
        post: operations["refresh"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End this session
         * @description That of the access token, or else of the cookie.
         */
        post: operations["signOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in and what they may do */
        get: operations["me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where I am signed in */
        get: operations["listSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End one of my sessions */
        delete: operations["endSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/queue-pass": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A cookie that opens /queues for an hour */
        post: operations["queuePass"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/suppliers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** To whom the money for services goes */
        get: operations["listSuppliers"];
        put?: never;
        /** Add a supplier; bank details follow by a request */
        post: operations["createSupplier"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/suppliers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One supplier */
        get: operations["readSupplier"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change requisites, but for bank details */
        patch: operations["editSupplier"];
        trace?: never;
    };
    "/api/v1/suppliers/{id}/bank-details": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All bank details there ever were, in force or superseded */
        get: operations["readBankDetails"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/suppliers/{id}/bank-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for other bank details from a day on; a second person confirms */
        post: operations["askBankChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bank-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Requests for bank details, the latest first */
        get: operations["listBankChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bank-changes/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm bank details that somebody else has asked for */
        post: operations["confirmBankChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bank-changes/{id}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reject a request, or take one’s own back */
        post: operations["rejectBankChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/suppliers/{id}/vat-exemptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Days on which a supplier pays no VAT, the latest first */
        get: operations["listVatExemptions"];
        put?: never;
        /**
         * A supplier pays no VAT over some days
         * @description Its rates hold none then.
         */
        post: operations["addVatExemption"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/vat-exemptions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** The days of an exemption from VAT, or its article, were others */
        put: operations["correctVatExemption"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/vat-exemptions/{id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take an exemption from VAT back: it never was */
        post: operations["withdrawVatExemption"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/transfers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What recipients are sent for some days, the latest first, with the totals of the filter
         * @description And what is held, of all days, for want of a recipient.
         */
        get: operations["listTransfers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/transfers/prepare": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Write down the days that are over
         * @description The worker does it by itself, half an hour after midnight at the earliest.
         */
        post: operations["prepareTransfers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/transfers/days/{day}/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Payment orders of a day for the bank’s client: 1CClientBankExchange in windows-1251
         * @description Of transfers that wait to be sent; what is the organisation’s own needs no order.
         */
        get: operations["readPaymentOrders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/transfers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A transfer with its registry: which accounts, which services, how much */
        get: operations["readTransfer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/transfers/{id}/registry.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The registry of a transfer as a CSV for its recipient */
        get: operations["readTransferCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/transfers/{id}/send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Book a transfer as sent
         * @description One that was sent already stays as it is.
         */
        post: operations["sendTransfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhook-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The catalogue of events that go out, with the schema of each */
        get: operations["listWebhookEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where events are sent */
        get: operations["listWebhooks"];
        put?: never;
        /**
         * Send events to an address
         * @description By Standard Webhooks: `webhook-id`, `webhook-timestamp` and `webhook-signature: v1,<base64 of HMAC-SHA256 over id.timestamp.body>`. What is not taken (any answer but 2xx, within 15 s) is tried ten times within a day; events of one object come in order; an event may come twice, under the same `webhook-id`. The answer holds the secret: it is told this once.
         */
        post: operations["addWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A webhook: address, events, state, what stands in line */
        get: operations["readWebhook"];
        /** Change the address or the events */
        put: operations["editWebhook"];
        post?: never;
        /** Remove the webhook, its log and what stands in line */
        delete: operations["removeWebhook"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/rotate-secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give the webhook a new secret
         * @description While the grace lasts both secrets sign: the header holds two signatures.
         */
        post: operations["rotateWebhookSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send nothing for now
         * @description Events go on to stand in line.
         */
        post: operations["pauseWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send again
         * @description What stood in line goes out, in order.
         */
        post: operations["resumeWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/try-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a trial event, `webhook.trial`, to this webhook alone */
        post: operations["tryOutWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was sent and what came of it, the latest first
         * @description Kept for 30 days.
         */
        get: operations["listWebhookDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/deliveries/{deliveryId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One event on its way: its body and every attempt */
        get: operations["readWebhookDelivery"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/deliveries/{deliveryId}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send one event again
         * @description Under the same `webhook-id`. One that waits for its next attempt is tried now.
         */
        post: operations["replayWebhookDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send again, in their order, all events that match */
        post: operations["replayWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        TimelineEntryDto: {
            /**
             * Format: date-time
             * @example 2026-10-31T12:00:00.000Z
             */
            recordedAt: string;
            recordedBy: string | null;
            reason: string;
            /**
             * Format: date-time
             * @description When a correction took its place; `null`: in force
             * @example 2026-10-31T12:00:00.000Z
             */
            supersededAt: string | null;
            /** @enum {string} */
            kind: "terms" | "ownership" | "residency" | "absence" | "premises" | "agreement" | "succession";
            /** @example 17 */
            id: string;
            /**
             * Format: date
             * @example 2026-10-31
             */
            from: string;
            /**
             * Format: date
             * @description The first day on which it holds no longer
             * @example 2026-10-31
             */
            to: string | null;
            /** @description A payer, an owner, a resident, the number of an agreement */
            name: string | null;
            /**
             * @example {
             *       "area": "45.30"
             *     }
             */
            values: {
                [key: string]: string;
            };
            /** @description The paper it stands on */
            document: string | null;
        };
        TimelineDto: {
            items: components["schemas"]["TimelineEntryDto"][];
            /** @description The list is whole */
            nextCursor: null;
        };
        FromDayDto: {
            /**
             * @description Why; it stays with the fact
             * @example Заявление собственника
             */
            reason: string;
            /**
             * @description The paper that says so
             * @example 17
             */
            documentId?: string | null;
            /**
             * Format: date
             * @example 2026-10-31
             */
            from: string;
        };
        PayerChangeDto: {
            /**
             * @description Why; it stays with the fact
             * @example Заявление собственника
             */
            reason: string;
            /**
             * @description The paper that says so
             * @example 17
             */
            documentId?: string | null;
            /**
             * Format: date
             * @example 2026-10-31
             */
            from: string;
            /** @example 17 */
            payerId: string;
        };
        TransferAccountDto: {
            /**
             * @description Why; it stays with the fact
             * @example Заявление собственника
             */
            reason: string;
            /**
             * @description The paper that says so
             * @example 17
             */
            documentId?: string | null;
            /**
             * Format: date
             * @example 2026-10-31
             */
            from: string;
            /** @example 17 */
            payerId: string;
            /** @description Of the new account; without: the next free one */
            number?: string | null;
            /**
             * @description The debt goes along; a document must say so
             * @default false
             */
            moveDebt: boolean;
        };
        OpenedAccountDto: {
            /** @example 17 */
            id: string;
            /** @example 1000000321 */
            number: string;
        };
        SplitPartDto: {
            /**
             * @description By rooms: a room of the flat
             * @example 17
             */
            premisesId?: string;
            /**
             * @description By shares: what the account bears of the premises
             * @example 1/3
             */
            share?: string;
            /**
             * @description By shares: who of the registered goes with it
             * @example [
             *       "18"
             *     ]
             */
            residentIds?: string[];
            /** @example 17 */
            payerId: string;
            number?: string | null;
            /**
             * @description By rooms: of the debt, where it goes along; any weights, such as the rooms’ areas
             * @example 61.3
             */
            weight?: string;
        };
        SplitAccountDto: {
            /**
             * @description Why; it stays with the fact
             * @example Заявление собственника
             */
            reason: string;
            /**
             * @description The paper that says so
             * @example 17
             */
            documentId?: string | null;
            /**
             * Format: date
             * @example 2026-10-31
             */
            from: string;
            /**
             * @description By the rooms of a flat, or by shares of one premises that make up a whole
             * @default rooms
             * @enum {string}
             */
            by: "rooms" | "shares";
            parts: components["schemas"]["SplitPartDto"][];
            /** @default false */
            moveDebt: boolean;
        };
        OpenedAccountsDto: {
            items: components["schemas"]["OpenedAccountDto"][];
            /** @description The list is whole */
            nextCursor: null;
        };
        MergeAccountsDto: {
            /**
             * @description Why; it stays with the fact
             * @example Заявление собственника
             */
            reason: string;
            /**
             * @description The paper that says so
             * @example 17
             */
            documentId?: string | null;
            /**
             * Format: date
             * @example 2026-10-31
             */
            from: string;
            /**
             * @description Accounts that are closed
             * @example [
             *       "18"
             *     ]
             */
            accountIds: string[];
            /** @default false */
            moveDebt: boolean;
        };
        IdentifiersDto: {
            /**
             * @description Why; it stays with the fact
             * @example Заявление собственника
             */
            reason: string;
            /**
             * @description The paper that says so
             * @example 17
             */
            documentId?: string | null;
            /** @example 10АА123456 */
            els: string | null;
            /** @example 10АА123456-01 */
            izhku: string | null;
        };
        MoveInDto: {
            /**
             * @description Why; it stays with the fact
             * @example Заявление собственника
             */
            reason: string;
            /**
             * @description The paper that says so
             * @example 17
             */
            documentId?: string | null;
            /**
             * Format: date
             * @example 2026-10-31
             */
            from: string;
            /**
             * Format: date
             * @description The first day on which it holds no longer; without: for ever
             * @example 2026-10-31
             */
            to?: string | null;
            /** @example 17 */
            partyId: string;
            /** @enum {string} */
            kind: "permanent" | "temporary";
        };
        MoveOutDto: {
            /**
             * @description Why; it stays with the fact
             * @example Заявление собственника
             */
            reason: string;
            /**
             * @description The paper that says so
             * @example 17
             */
            documentId?: string | null;
            /**
             * Format: date
             * @example 2026-10-31
             */
            from: string;
        };
        NewAbsenceDto: {
            /**
             * @description Why; it stays with the fact
             * @example Заявление собственника
             */
            reason: string;
            /**
             * @description The paper that says so
             * @example 17
             */
            documentId?: string | null;
            /**
             * Format: date
             * @example 2026-10-31
             */
            from: string;
            /**
             * Format: date
             * @description The day of coming back
             * @example 2026-10-31
             */
            until: string;
            /** @example 17 */
            partyId: string;
            /**
             * Format: date
             * @description When the recalculation was asked for
             * @example 2026-10-31
             */
            appliedOn: string;
        };
        AbsenceDaysDto: {
            /**
             * @description Why; it stays with the fact
             * @example Заявление собственника
             */
            reason: string;
            /**
             * @description The paper that says so
             * @example 17
             */
            documentId?: string | null;
            /**
             * Format: date
             * @example 2026-10-31
             */
            from: string;
            /**
             * Format: date
             * @description The day of coming back
             * @example 2026-10-31
             */
            until: string;
            /** @example 17 */
            partyId: string;
        };
        CertifiedOwnerDto: {
            name: string;
            /** @example 1/2 */
            share: string;
        };
        CertifiedPersonDto: {
            name: string;
            /**
             * Format: date
             * @example 2026-10-31
             */
            birthDate: string | null;
            /** @enum {string} */
            kind: "permanent" | "temporary";
            /**
             * Format: date
             * @example 2026-10-31
             */
            since: string;
        };
        CertificateContentDto: {
            account: string;
            address: string;
            /**
             * @description A decimal number
             * @example 61.3
             */
            area: string | null;
            /**
             * @description A decimal number
             * @example 61.3
             */
            livingArea: string | null;
            owners: components["schemas"]["CertifiedOwnerDto"][];
            people: components["schemas"]["CertifiedPersonDto"][];
        };
        CertificateDto: {
            /** @example 2026/17 */
            number: string;
            /** @enum {string} */
            kind: "household" | "registration";
            /**
             * Format: date
             * @example 2026-10-31
             */
            on: string;
            content: components["schemas"]["CertificateContentDto"];
            /**
             * Format: date-time
             * @example 2026-10-31T12:00:00.000Z
             */
            issuedAt: string;
            issuedBy: string | null;
            purpose: string | null;
        };
        CertificateListDto: {
            items: components["schemas"]["CertificateDto"][];
            /** @description The list is whole */
            nextCursor: null;
        };
        CertificateRequestDto: {
            /** @enum {string} */
            kind: "household" | "registration";
            /**
             * Format: date
             * @example 2026-10-31
             */
            on: string;
            /** @description Where it is to be shown */
            purpose?: string | null;
        };
        AccountBenefitDto: {
            /** @example 17 */
            accountId: string;
            /** @description Number of the account */
            account: string;
            /** @example 17 */
            houseId: string;
            /** @example 17 */
            partyId: string;
            person: string;
            /** @example 17 */
            categoryId: string;
            category: string;
            /**
             * Format: date
             * @example 2026-10-31
             */
            from: string;
            /**
             * Format: date
             * @description The first day on which it holds no longer
             * @example 2026-10-31
             */
            to: string | null;
            /** @example 3 */
            covered: number | null;
            reason: string;
        };
        AccountBenefitListDto: {
            items: components["schemas"]["AccountBenefitDto"][];
            /** @description The list is whole */
            nextCursor: null;
        };
        NewAccountBenefitDto: {
            /**
             * @description Why; it stays with the fact
             * @example Заявление собственника
             */
            reason: string;
            /**
             * @description The paper that says so
             * @example 17
             */
            documentId?: string | null;
            /**
             * Format: date
             * @example 2026-10-31
             */
            from: string;
            /**
             * Format: date
             * @description The first day on which it holds no longer; without: for ever
             * @example 2026-10-31
             */
            to?: string | null;
            /**
             * @description Who holds it
             * @example 17
             */
            partyId: string;
            /** @example 17 */
            categoryId: string;
            /**
             * @description Persons whose norms count; without: as the category says
             * @example 3
             */
            covered?: number | null;
        };
        EndedBenefitDto: {
            /**
             * @description Why; it stays with the fact
             * @example Заявление собственника
             */
            reason: string;
            /**
             * @description The paper that says so
             * @example 17
             */
            documentId?: string | null;
            /**
             * Format: date
             * @example 2026-10-31
             */
            from: string;
            /**
             * Format: date
             * @description The first day on which it holds no longer; without: for ever
             * @example 2026-10-31
             */
            to?: string | null;
            /** @example 17 */
            partyId: string;
            /** @example 17 */
            categoryId: string;
        };
        SubsidyDto: {
            /** @example 17 */
            partyId: string;
            person: string;
            /**
             * Format: date
             * @example 2026-10-31
             */
            from: string;
            /**
             * Format: date
             * @example 2026-10-31
             */
            to: string | null;
            /**
             * @description Roubles
             * @example 1234.50
             */
            amount: string;
            /** @enum {string} */
            paidTo: "executor" | "citizen";
            reason: string;
        };
        SubsidyListDto: {
            items: components["schemas"]["SubsidyDto"][];
            /** @description The list is whole */
            nextCursor: null;
        };
        NewSubsidyDto: {
            /**
             * @description Why; it stays with the fact
             * @example Заявление собственника
             */
            reason: string;
            /**
             * @description The paper that says so
             * @example 17
             */
            documentId?: string | null;
            /**
             * Format: date
             * @example 2026-10-31
             */
            from: string;
            /**
             * Format: date
             * @description The first day on which it holds no longer; without: for ever
             * @example 2026-10-31
             */
            to?: string | null;
            /** @example 17 */
            partyId: string;
            /**
             * @description Roubles a month
             * @example 1234.50
             */
            amount: string;
            /**
             * @description Only what is paid to the executor stands on the receipt
             * @enum {string}
             */
            paidTo: "executor" | "citizen";
        };
        EndedSubsidyDto: {
            /**
             * @description Why; it stays with the fact
             * @example Заявление собственника
             */
            reason: string;
            /**
             * @description The paper that says so
             * @example 17
             */
            documentId?: string | null;
            /**
             * Format: date
             * @example 2026-10-31
             */
            from: string;
            /**
             * Format: date
             * @description The first day on which it holds no longer; without: for ever
             * @example 2026-10-31
             */
            to?: string | null;
            /** @example 17 */
            partyId: string;
        };
        SubsidyQuestionDto: {
            /**
             * @description The region’s standard of cost for one person, roubles a month
             * @example 1234.50
             */
            standard: string;
            /**
             * @description Of the family
             * @example 3
             */
            persons: number;
            /**
             * @description Of the family, roubles a month
             * @example 1234.50
             */
            income: string;
            /**
             * @description Subsistence minimum of the family for one person, roubles a month
             * @example 1234.50
             */
            minimum: string;
            /**
             * @description Percent of income the family may spend; without: by law
             * @example 61.3
             */
            mostPercent?: string | null;
            /**
             * @description What the family is charged: a subsidy is no larger
             * @example 1234.50
             */
            charged?: string | null;
        };
        SubsidyCheckDto: {
            /**
             * @description Roubles a month
             * @example 1234.50
             */
            amount: string;
            /**
             * @description Percent of income it was reckoned with
             * @example 61.3
             */
            mostPercent: string;
        };
        DeclineDto: {
            /** @example 17 */
            serviceId: string;
            service: string;
            /**
             * Format: date
             * @example 2026-10-31
             */
            from: string;
            /**
             * Format: date
             * @example 2026-10-31
             */
            to: string | null;
            reason: string;
        };
        DeclineListDto: {
            items: components["schemas"]["DeclineDto"][];
            /** @description The list is whole */
            nextCursor: null;
        };
        NewDeclineDto: {
            /**
             * @description Why; it stays with the fact
             * @example Заявление собственника
             */
            reason: string;
            /**
             * @description The paper that says so
             * @example 17
             */
            documentId?: string | null;
            /**
             * Format: date
             * @example 2026-10-31
             */
            from: string;
            /**
             * Format: date
             * @description The first day on which it holds no longer; without: for ever
             * @example 2026-10-31
             */
            to?: string | null;
            /** @example 17 */
            serviceId: string;
        };
        DeclineTakenBackDto: {
            /**
             * @description Why; it stays with the fact
             * @example Заявление собственника
             */
            reason: string;
            /**
             * @description The paper that says so
             * @example 17
             */
            documentId?: string | null;
            /**
             * Format: date
             * @example 2026-10-31
             */
            from: string;
            /** @example 17 */
            serviceId: string;
        };
        AccountDto: {
            /** @example 17 */
            id: string;
            /** @example 1000000001 */
            number: string;
            /** @example 17 */
            houseId: string;
            /** @example 17 */
            premisesId: string;
            /** @example г. Барнаул, ул. Северная, д. 15, кв. 3 */
            address: string;
            /** @example кв. 3 */
            premisesName: string;
            /** @example 3 */
            premisesNumber: string;
            payerName: string | null;
            /**
             * @description m², of the whole premises
             * @example 61.3
             */
            area: string | null;
            /**
             * @description What it bears of the premises; null: all of it
             * @example 1/3
             */
            share: string | null;
            /**
             * @description Registered people
             * @example 3
             */
            persons: number;
            /**
             * @description Roubles owed; negative: paid ahead
             * @example 1234.50
             */
            balance: string;
            /** @enum {string} */
            state: "open" | "closed" | "not-yet-open";
            /**
             * Format: date
             * @example 2026-10-31
             */
            openedOn: string | null;
            /**
             * Format: date
             * @description The first day on which it is no longer open
             * @example 2026-10-31
             */
            closedOn: string | null;
        };
        AccountPageDto: {
            items: components["schemas"]["AccountDto"][];
            /** @description `null` on the last page */
            nextCursor: string | null;
        };
        HouseNameDto: {
            /** @example 17 */
            id: string;
            address: string;
        };
        AccountPremisesDto: {
            /** @example 17 */
            id: string;
            /** @enum {string} */
            kind: "flat" | "room" | "nonresidential" | "parking" | "common";
            number: string;
            /** @example 3 */
            entrance: number | null;
            /** @example 3 */
            floor: number | null;
            /**
             * @description A decimal number
             * @example 61.3
             */
            area: string | null;
            /**
             * @description A decimal number
             * @example 61.3
             */
            livingArea: string | null;
            /**
             * @description A decimal number
             * @example 61.3
             */
            heatedArea: string | null;
            /**
             * @description What tariffs and norms look at
             * @example {
             *       "stove": "electric"
             *     }
             */
            traits: {
                [key: string]: string | number | boolean;
            };
        };
        PayerDto: {
            /** @example 17 */
            id: string;
            name: string;
        };
        OwnerDto: {
            /** @example 17 */
            partyId: string;
            name: string;
            /** @example 1/3 */
            share: string;
            /**
             * Format: date
             * @example 2026-10-31
             */
            from: string;
            /**
             * Format: date
             * @example 2026-10-31
             */
            to: string | null;
        };
        ResidentDto: {
            /** @example 17 */
            partyId: string;
            name: string;
            /** @enum {string} */
            kind: "permanent" | "temporary";
            /**
             * Format: date
             * @example 2026-10-31
             */
            from: string;
            /**
             * Format: date
             * @example 2026-10-31
             */
            to: string | null;
        };
        AbsenceDto: {
            /** @example 17 */
            partyId: string;
            name: string;
            /**
             * Format: date
             * @description The day of leaving
             * @example 2026-10-31
             */
            from: string;
            /**
             * Format: date
             * @description The day of coming back
             * @example 2026-10-31
             */
            until: string;
            /**
             * Format: date
             * @description When the recalculation was asked for
             * @example 2026-10-31
             */
            appliedOn: string;
        };
        LastReadingDto: {
            /**
             * Format: date
             * @example 2026-10-31
             */
            date: string;
            /**
             * @description What the dial showed; by zones, parted by ` / `
             * @example 123.456
             */
            value: string;
        };
        MeterDto: {
            /** @example 17 */
            id: string;
            serial: string;
            /**
             * @description What it measures, in the reader’s language
             * @example Холодная вода
             */
            service: string;
            /** @example cold-water */
            resource: string;
            /**
             * Format: date
             * @example 2026-10-31
             */
            installedOn: string;
            /**
             * Format: date
             * @example 2026-10-31
             */
            removedOn: string | null;
            /**
             * Format: date
             * @description Last good day of its verification
             * @example 2026-10-31
             */
            verifiedUntil: string | null;
            lastReading: components["schemas"]["LastReadingDto"] | null;
        };
        AccountCardDto: {
            /** @example 17 */
            id: string;
            /** @example 1000000001 */
            number: string;
            /** @example 17 */
            houseId: string;
            /** @example 17 */
            premisesId: string;
            /** @example г. Барнаул, ул. Северная, д. 15, кв. 3 */
            address: string;
            /** @example кв. 3 */
            premisesName: string;
            /** @example 3 */
            premisesNumber: string;
            payerName: string | null;
            /**
             * @description m², of the whole premises
             * @example 61.3
             */
            area: string | null;
            /**
             * @description What it bears of the premises; null: all of it
             * @example 1/3
             */
            share: string | null;
            /**
             * @description Registered people
             * @example 3
             */
            persons: number;
            /**
             * @description Roubles owed; negative: paid ahead
             * @example 1234.50
             */
            balance: string;
            /** @enum {string} */
            state: "open" | "closed" | "not-yet-open";
            /**
             * Format: date
             * @example 2026-10-31
             */
            openedOn: string | null;
            /**
             * Format: date
             * @description The first day on which it is no longer open
             * @example 2026-10-31
             */
            closedOn: string | null;
            house: components["schemas"]["HouseNameDto"];
            premises: components["schemas"]["AccountPremisesDto"];
            payer: components["schemas"]["PayerDto"] | null;
            owners: components["schemas"]["OwnerDto"][];
            residents: components["schemas"]["ResidentDto"][];
            absences: components["schemas"]["AbsenceDto"][];
            /** @description ЕЛС */
            els: string | null;
            /** @description Идентификатор ЖКУ */
            izhku: string | null;
            meters: components["schemas"]["MeterDto"][];
            /**
             * @description Roubles of the last month that has been calculated
             * @example 1234.50
             */
            chargedThisMonth: string | null;
            /**
             * @description The month of `chargedThisMonth`
             * @example 2026-10
             */
            chargedPeriod: string | null;
        };
        ServiceNameDto: {
            /** @example 17 */
            id: string;
            /** @example cold-water */
            code: string;
            /** @example Холодное водоснабжение */
            name: string;
            /** @example м³ */
            unit: string;
        };
        ExplanationStepDto: {
            /** @example Разница */
            label: string;
            /** @example 5,123 м³ */
            value: string;
            /** @description Act and clause */
            clause?: string;
        };
        ExplanationDto: {
            /**
             * @description In Russian, as on the receipt
             * @example По счётчику: 5,123 м³ по 36,47 ₽ за м³.
             */
            sentence: string;
            /** @description From what was known to the sum */
            steps: components["schemas"]["ExplanationStepDto"][];
        };
        AccountLineDto: {
            /**
             * @description Number of the line in the month
             * @example 17
             */
            id: string;
            service: components["schemas"]["ServiceNameDto"];
            supplier: string;
            /** @example individual */
            part: string;
            /**
             * @description Of a meter that counts zones of the day apart
             * @example night
             */
            zone: string | null;
            /**
             * @description In the service’s unit; `null` for a line that adds money and no volume
             * @example 61.3
             */
            volume: string | null;
            /**
             * @description `null` for a line by a formula that names no tariff
             * @example 61.3
             */
            rate: string | null;
            /**
             * @description Roubles
             * @example 1234.50
             */
            amount: string;
            explanation: components["schemas"]["ExplanationDto"];
        };
        AccountLinesDto: {
            /** @example 2026-10 */
            period: string;
            /**
             * @description State of the month’s run; `null`: not calculated
             * @example closed
             */
            runState: string | null;
            items: components["schemas"]["AccountLineDto"][];
            /**
             * @description Roubles
             * @example 1234.50
             */
            total: string;
        };
        LedgerItemDto: {
            /**
             * Format: date
             * @example 2026-10-31
             */
            date: string;
            /** @example 2026-10 */
            period: string;
            /**
             * @description `move`: of a payment; `offset`: an advance set off against debts
             * @enum {string}
             */
            kind: "charge" | "payment" | "refund" | "move" | "offset" | "correction";
            /** @example Начислено за октябрь 2026 */
            text: string;
            /**
             * @description Positive adds to the debt
             * @example 1234.50
             */
            amount: string;
            /**
             * @description After this item
             * @example 1234.50
             */
            balance: string;
            /**
             * @description The payment it is about
             * @example 17
             */
            paymentId: string | null;
        };
        AccountLedgerDto: {
            /**
             * @description Roubles
             * @example 1234.50
             */
            opening: string;
            /** @description Oldest first */
            items: components["schemas"]["LedgerItemDto"][];
            /**
             * @description Roubles
             * @example 1234.50
             */
            closing: string;
        };
        ReceiptDto: {
            /** @example 17 */
            id: string;
            number: string;
            /** @example 2026-10 */
            period: string;
            /**
             * Format: date
             * @example 2026-10-31
             */
            issuedOn: string;
            /**
             * Format: date
             * @description To be paid by
             * @example 2026-10-31
             */
            dueOn: string;
            /**
             * @description Roubles to pay
             * @example 1234.50
             */
            total: string;
            /** @example 3 */
            pages: number;
        };
        ReceiptListDto: {
            items: components["schemas"]["ReceiptDto"][];
            /** @description The list is whole */
            nextCursor: null;
        };
        /** @enum {string} */
        KeyScope: "organization.read" | "organization.edit" | "webhook.manage" | "house.read" | "house.edit" | "account.read" | "account.edit" | "certificate.issue" | "ledger.read" | "catalogue.read" | "catalogue.edit" | "assignment.edit" | "supplier.confirm" | "settings.edit" | "approval.read" | "run.read" | "run.start" | "run.close" | "receipt.read" | "receipt.print" | "payment.read" | "payment.enter" | "payment.correct" | "channel.read" | "channel.edit" | "transfer.read" | "transfer.send" | "import.read" | "import.run" | "exceptions.read" | "exceptions.resolve" | "audit.read";
        ApiKeyDto: {
            /** @example 17 */
            id: string;
            name: string;
            /**
             * @description How the key begins
             * @example dvor_live_0123456789abcdef
             */
            stem: string;
            /**
             * @description `maker-left`: refused until somebody else rotates it
             * @enum {string}
             */
            state: "live" | "expired" | "revoked" | "maker-left";
            /**
             * @example [
             *       "account.read"
             *     ]
             */
            scopes: components["schemas"]["KeyScope"][];
            /**
             * @description None: from anywhere
             * @example [
             *       "203.0.113.0/24"
             *     ]
             */
            addresses: string[];
            /** @example 3 */
            requestsAMinute: number;
            /**
             * Format: date-time
             * @example 2026-10-31T12:00:00.000Z
             */
            createdAt: string;
            /** @description Who made or last rotated it: it may no more than they */
            madeBy: string;
            /**
             * Format: date-time
             * @example 2026-10-31T12:00:00.000Z
             */
            expiresAt: string | null;
            /**
             * Format: date-time
             * @example 2026-10-31T12:00:00.000Z
             */
            rotatedAt: string | null;
            /**
             * Format: date-time
             * @description Until when the secret before the rotation is good
             * @example 2026-10-31T12:00:00.000Z
             */
            formerUntil: string | null;
            /**
             * Format: date-time
             * @example 2026-10-31T12:00:00.000Z
             */
            revokedAt: string | null;
            /**
             * Format: date-time
             * @description To the minute
             * @example 2026-10-31T12:00:00.000Z
             */
            lastUsedAt: string | null;
            lastUsedIp: string | null;
        };
        ApiKeyPageDto: {
            items: components["schemas"]["ApiKeyDto"][];
            /** @description `null` on the last page */
            nextCursor: string | null;
        };
        NewApiKeyDto: {
            /** @example Обмен с 1С */
            name: string;
            /**
             * @description No more than whoever makes the key may do
             * @example [
             *       "account.read"
             *     ]
             */
            scopes: components["schemas"]["KeyScope"][];
            /**
             * @description Addresses and CIDR ranges it may come from. None: from anywhere
             * @example [
             *       "203.0.113.0/24"
             *     ]
             */
            addresses?: string[];
            /**
             * Format: date-time
             * @description Default: never
             * @example 2036-12-31T00:00:00.000Z
             */
            expiresAt?: string;
            /**
             * @default 600
             * @example 600
             */
            requestsAMinute: number;
        };
        GivenApiKeyDto: {
            key: components["schemas"]["ApiKeyDto"];
            /** @description The whole key, for `Authorization: Bearer`. Told this once */
            text: string;
        };
        RotateApiKeyDto: {
            /**
             * @description For how many hours the secret before stays good
             * @default 24
             * @example 24
             */
            graceHours: number;
        };
        /** @enum {string} */
        ApprovalState: "waiting" | "approved" | "refused" | "withdrawn";
        /** @enum {string} */
        ApprovalAction: "run.close" | "run.reopen" | "month.skip-step" | "recalculation.mass" | "correction.above-limit" | "debt.write-off" | "approval.waive";
        ApprovalObjectDto: {
            /** @example run */
            type: string;
            /** @example 17 */
            id: string;
            /** @example 2026-10 */
            label: string;
        };
        ApprovalFigureDto: {
            /** @example Начислено */
            label: string;
            /** @example 1 234 567,80 ₽ */
            value: string;
        };
        ApprovalPersonDto: {
            /** @example 17 */
            id: string;
            name: string;
        };
        ApprovalDto: {
            /**
             * @description Why; it stays with the fact
             * @example Заявление собственника
             */
            reason: string;
            /**
             * @description The paper that says so
             * @example 17
             */
            documentId?: string | null;
            /** @description Take over days that another version holds */
            replaces?: boolean;
        };
        ApprovalPageDto: {
            items: components["schemas"]["ApprovalDto"][];
            /** @description `null` on the last page */
            nextCursor: string | null;
        };
        DecisionDto: {
            /** @example Сверено с прошлым месяцем */
            note?: string | null;
        };
        RefusalDto: {
            /**
             * @description Why not; whoever asked reads it
             * @example По дому 12 нет показаний общего счётчика
             */
            note: string;
        };
        ApprovalRuleDto: {
            action: components["schemas"]["ApprovalAction"];
            /** @example Закрытие месяца */
            title: string;
            /** @description A second person is needed */
            required: boolean;
            /** @description Who chose to do without */
            waivedBy: string | null;
            /**
             * Format: date-time
             * @example 2026-10-31T12:00:00.000Z
             */
            waivedAt: string | null;
            reason: string | null;
        };
        ApprovalRuleListDto: {
            items: components["schemas"]["ApprovalRuleDto"][];
            /** @description The list is whole */
            nextCursor: null;
        };
        /** @enum {string} */
        WaivableAction: "run.close" | "run.reopen" | "month.skip-step" | "recalculation.mass" | "correction.above-limit" | "debt.write-off";
        ChangeRuleDto: {
            action: components["schemas"]["WaivableAction"];
            /** @description A second person is needed */
            required: boolean;
            /**
             * @description Kept, and shown wherever the action is done alone
             * @example Бухгалтер один
             */
            reason: string;
        };
        ChangedRuleDto: {
            rule: components["schemas"]["ApprovalRuleDto"];
            /** @description Somebody else could decide, so they are asked first: the rule changes after their word */
            asked: components["schemas"]["ApprovalDto"] | null;
        };
        MethodSettingDto: {
            /** @example mode */
            name: string;
            /** @enum {string} */
            kind: "services" | "service" | "choice" | "decimal" | "signed" | "flag" | "months" | "text" | "formula" | "meters" | "meters-and-services";
            needed: boolean;
            /** @description Of a choice */
            choices?: string[];
        };
        ChargeMethodDto: {
            /** @example sewage */
            code: string;
            title: string;
            /**
             * @description Settings it can’t work without
             * @example [
             *       "of"
             *     ]
             */
            needs: string[];
            /** @description All settings that it looks at */
            settings: components["schemas"]["MethodSettingDto"][];
        };
        ChargeMethodListDto: {
            items: components["schemas"]["ChargeMethodDto"][];
            /** @description The list is whole */
            nextCursor: null;
        };
        SupplierNameDto: {
            /** @example 17 */
            id: string;
            name: string;
        };
        PremisesNameDto: {
            /** @example 17 */
            id: string;
            number: string;
        };
        AssignmentDto: {
            /** @example 17 */
            id: string;
            supplier: components["schemas"]["SupplierNameDto"];
            /** @example metered */
            method: string;
            /**
             * Format: date
             * @example 2026-10-31
             */
            validFrom: string;
            /**
             * Format: date
             * @example 2026-10-31
             */
            validTo: string | null;
            house: components["schemas"]["HouseNameDto"];
            /**
             * @description One entrance’s own rule
             * @example 3
             */
            entrance: number | null;
            /** @description One premises’ own rule */
            premises: components["schemas"]["PremisesNameDto"] | null;
            service: components["schemas"]["ServiceNameDto"];
            /**
             * @example [
             *       "flat",
             *       "room"
             *     ]
             */
            premisesKinds: string[];
            /**
             * @description What the method asks for besides tariffs and norms
             * @example {
             *       "of": [
             *         "cold-water",
             *         "hot-water"
             *       ]
             *     }
             */
            settings: {
                [key: string]: unknown;
            };
            reason: string;
            /**
             * Format: date-time
             * @example 2026-10-31T12:00:00.000Z
             */
            recordedAt: string;
            recordedBy: string | null;
        };
        AssignmentListDto: {
            items: components["schemas"]["AssignmentDto"][];
            /** @description The list is whole */
            nextCursor: null;
        };
        TargetDto: {
            /** @example 17 */
            houseId: string;
            /**
             * @description One entrance of the house
             * @example 3
             */
            entrance?: number | null;
            /**
             * @description One premises of the house
             * @example 17
             */
            premisesId?: string | null;
        };
        AssignmentWishDto: {
            /** @example 17 */
            serviceId: string;
            /** @example 17 */
            supplierId: string;
            /**
             * @description One of /charge-methods
             * @example metered
             */
            method: string;
            /**
             * @description What the method asks for besides tariffs and norms
             * @example {
             *       "of": [
             *         "cold-water",
             *         "hot-water"
             *       ]
             *     }
             */
            settings?: {
                [key: string]: unknown;
            };
            /** @description Of a house’s or an entrance’s; without: flats and rooms */
            premisesKinds?: ("flat" | "room" | "nonresidential" | "parking")[];
            /**
             * Format: date
             * @example 2026-10-31
             */
            from: string;
            /**
             * Format: date
             * @description The first day on which it holds no longer
             * @example 2026-10-31
             */
            to?: string | null;
            /** @description Houses, entrances or premises, at most 5000 */
            targets: components["schemas"]["TargetDto"][];
        };
        PlaceDto: {
            /** @example 17 */
            houseId: string;
            /** @example 3 */
            entrance: number | null;
            /** @example 17 */
            premisesId: string | null;
        };
        NeighbourDto: {
            /** @example 17 */
            id: string;
            supplier: components["schemas"]["SupplierNameDto"];
            /** @example metered */
            method: string;
            /**
             * Format: date
             * @example 2026-10-31
             */
            validFrom: string;
            /**
             * Format: date
             * @example 2026-10-31
             */
            validTo: string | null;
        };
        GapDto: {
            /**
             * Format: date
             * @example 2026-10-31
             */
            from: string;
            /**
             * Format: date
             * @description The first day on which somebody bills again
             * @example 2026-10-31
             */
            to: string;
        };
        PlannedAssignmentDto: {
            target: components["schemas"]["PlaceDto"];
            /** @example г. Барнаул, ул. Юрина, 180, подъезд 2 */
            label: string;
            /**
             * @description elsewhere: another organisation bills the service of this house on these days
             * @enum {string}
             */
            outcome: "create" | "same" | "overlap" | "elsewhere";
            /** @description What stands there already */
            neighbour: components["schemas"]["NeighbourDto"] | null;
            /** @description Days before it on which nobody bills the service here */
            gap: components["schemas"]["GapDto"] | null;
            /** @description What the house’s bills will lack on the first day: nothing of its premises matches */
            warnings: ("no-tariff" | "no-norm" | "no-common-area")[];
        };
        AssignmentPlanDto: {
            /** @description To be sent back with the order */
            fingerprint: string;
            /** @example 3 */
            create: number;
            /** @example 3 */
            same: number;
            /** @example 3 */
            conflicts: number;
            targets: components["schemas"]["PlannedAssignmentDto"][];
        };
        AssignmentOrderDto: {
            /** @example 17 */
            serviceId: string;
            /** @example 17 */
            supplierId: string;
            /**
             * @description One of /charge-methods
             * @example metered
             */
            method: string;
            /**
             * @description What the method asks for besides tariffs and norms
             * @example {
             *       "of": [
             *         "cold-water",
             *         "hot-water"
             *       ]
             *     }
             */
            settings?: {
                [key: string]: unknown;
            };
            /** @description Of a house’s or an entrance’s; without: flats and rooms */
            premisesKinds?: ("flat" | "room" | "nonresidential" | "parking")[];
            /**
             * Format: date
             * @example 2026-10-31
             */
            from: string;
            /**
             * Format: date
             * @description The first day on which it holds no longer
             * @example 2026-10-31
             */
            to?: string | null;
            /** @description Houses, entrances or premises, at most 5000 */
            targets: components["schemas"]["TargetDto"][];
            /** @description Of the preview; where it is another by now, nothing is done */
            fingerprint: string;
            /** @description Do what can be done, and leave out the places with a conflict */
            skipConflicts?: boolean;
            /** @example Договор № 4 от 01.10.2026 */
            reason: string;
            /**
             * @description The paper that says so
             * @example 17
             */
            documentId?: string | null;
        };
        AssignmentChangeDto: {
            /**
             * @description Why; it stays with the fact
             * @example Заявление собственника
             */
            reason: string;
            /**
             * @description The paper that says so
             * @example 17
             */
            documentId?: string | null;
            /**
             * Format: date
             * @description From this day to the end of its days; without: all of them
             * @example 2026-10-31
             */
            from?: string;
            /** @example 17 */
            supplierId?: string;
            method?: string;
            /**
             * @description What the method asks for besides tariffs and norms
             * @example {
             *       "of": [
             *         "cold-water",
             *         "hot-water"
             *       ]
             *     }
             */
            settings?: {
                [key: string]: unknown;
            };
            premisesKinds?: ("flat" | "room" | "nonresidential" | "parking")[];
        };
        AuditEntryDto: {
            /** @example 17 */
            id: string;
            /**
             * Format: date-time
             * @example 2026-10-31T12:00:00.000Z
             */
            at: string;
            /**
             * @description `null`: the system itself
             * @example 17
             */
            userId: string | null;
            userName: string | null;
            /** @description The API key it was done by, where a program did it for this user */
            apiKeyName: string | null;
            /** @example run.close */
            action: string;
            /** @example run */
            objectType: string;
            /** @example 17 */
            objectId: string;
            details: Record<string, never>;
            requestId: string | null;
        };
        AuditPageDto: {
            items: components["schemas"]["AuditEntryDto"][];
            /** @description `null` on the last page */
            nextCursor: string | null;
        };
        AuditVerdictDto: {
            /** @description The chain holds */
            ok: boolean;
            /**
             * @description Seals that hold
             * @example 3
             */
            sealed?: number;
            /**
             * @description The first seal that does not fit
             * @example 3
             */
            seal?: number;
            /** @enum {string} */
            reason?: "changed" | "missing" | "unlinked";
        };
        BenefitPercentDto: {
            /**
             * @description Code of the service
             * @example heating
             */
            service: string;
            /**
             * @description 0 to 100
             * @example 50
             */
            percent: string;
            /**
             * @description Full years from which it holds
             * @example 3
             */
            fromAge?: number | null;
            /**
             * @description Units a person and month; without: the service’s own norm
             * @example 61.3
             */
            volumeNorm?: string | null;
        };
        TermsDto: {
            percents: components["schemas"]["BenefitPercentDto"][];
            /**
             * @description m² for each covered person; `null`: the whole area
             * @example 61.3
             */
            areaNorm: string | null;
            /**
             * @description m² for one who lives alone
             * @example 61.3
             */
            areaNormAlone: string | null;
            /** @description Everyone who is registered is covered, or the holder alone */
            family: boolean;
            /**
             * Format: date
             * @example 2026-10-31
             */
            from: string;
            /**
             * Format: date
             * @description The first day on which it holds no longer
             * @example 2026-10-31
             */
            to: string | null;
        };
        BenefitCategoryDto: {
            /** @example 17 */
            id: string;
            code: string;
            name: string;
            act: string;
            clause: string | null;
            /** @enum {string} */
            grounds: "law" | "age" | "disability";
            archived: boolean;
            /** @description By days, the first first */
            terms: components["schemas"]["TermsDto"][];
        };
        BenefitCategoryListDto: {
            items: components["schemas"]["BenefitCategoryDto"][];
            /** @description The list is whole */
            nextCursor: null;
        };
        NewBenefitCategoryDto: {
            /**
             * @description Latin letters, digits and dashes; it never changes
             * @example labour-veteran
             */
            code: string;
            /** @example Ветеран труда */
            name: string;
            /** @example Закон № 5-ФЗ от 12.01.1995 */
            act: string;
            /** @example ст. 22 */
            clause?: string | null;
            /** @enum {string} */
            grounds: "law" | "age" | "disability";
        };
        BenefitTermsDto: {
            /**
             * @description Why; it stays with the fact
             * @example Заявление собственника
             */
            reason: string;
            /**
             * @description The paper that says so
             * @example 17
             */
            documentId?: string | null;
            /**
             * Format: date
             * @example 2026-10-31
             */
            from: string;
            percents: components["schemas"]["BenefitPercentDto"][];
            /**
             * @description A decimal number
             * @example 22
             */
            areaNorm?: string | null;
            /**
             * @description A decimal number
             * @example 33
             */
            areaNormAlone?: string | null;
            family: boolean;
        };
        NameDto: {
            /** @example 17 */
            id: string;
            name: string;
        };
        ChannelFeeDto: {
            /**
             * Format: date
             * @example 2026-10-31
             */
            since: string;
            /**
             * @description `payer`: on top of what is paid; `organization`: out of it
             * @enum {string}
             */
            payer: "payer" | "organization";
            /**
             * @description Percent
             * @example 1.5
             */
            percent: string;
            /**
             * @description Roubles
             * @example 1234.50
             */
            least: string;
            /**
             * @description Roubles
             * @example 1234.50
             */
            most: string | null;
        };
        ChannelDto: {
            /** @example 17 */
            id: string;
            /**
             * @description Stands in the address that the bank calls
             * @example terminal-1
             */
            code: string;
            /** @description The preset it was opened by */
            preset: components["schemas"]["NameDto"];
            /** @description `null`: no door of its own, its money is entered or loaded */
            protocol: string | null;
            name: string;
            /** @enum {string} */
            state: "off" | "testing" | "on";
            /** @description Everybody has it; it is not set up */
            builtIn: boolean;
            /** @description Of today; `null`: none */
            fee: components["schemas"]["ChannelFeeDto"] | null;
        };
        ChannelListDto: {
            items: components["schemas"]["ChannelDto"][];
            /** @description The list is whole */
            nextCursor: null;
        };
        ChannelPresetDto: {
            /** @example qiwi */
            code: string;
            name: string;
            /** @example terminals */
            kind: string;
            /** @example osmp */
            protocol: string;
            /**
             * @description `online`: it asks and tells itself; `entered`: its money is entered or loaded; `null`: not built yet
             * @enum {string|null}
             */
            way: "online" | "entered" | null;
            /** @description Settings that must be told before it is switched on */
            needs: string[];
            /** @description What to know before it is switched on */
            note: string;
        };
        ChannelPresetListDto: {
            items: components["schemas"]["ChannelPresetDto"][];
            /** @description The list is whole */
            nextCursor: null;
        };
        NewChannelDto: {
            /** @example qiwi */
            preset: string;
            /** @example terminal-1 */
            code: string;
            /** @example Терминалы на Ленина */
            name: string;
        };
        MadeDto: {
            /** @example 17 */
            id: string;
        };
        BillerDto: {
            /** @enum {string} */
            encoding?: "utf-8" | "windows-1251";
            /**
             * @description What an account’s number is made of
             * @enum {string}
             */
            accounts?: "digits" | "any";
            /**
             * @description What the agent’s numbers of payments are made of
             * @enum {string}
             */
            transactions?: "digits" | "any";
            /**
             * @description How a debt stands in a field named balance
             * @enum {string}
             */
            debtSign?: "minus" | "plus";
            getInfo?: boolean;
            cancel?: boolean;
            login?: string;
            /** @enum {string} */
            sumIn?: "roubles" | "kopecks";
            /** @example 1 */
            schemaVersion?: string;
        };
        ChannelTrialsDoneDto: {
            /** @description An account was found */
            check: boolean;
            /** @description An unknown account was refused */
            "unknown-account": boolean;
            pay: boolean;
            /** @description The same payment told again got the first answer */
            repeat: boolean;
        };
        ChannelReadinessDto: {
            /** @description The protocol is spoken */
            built: boolean;
            /** @description What the other side has tried by its own calls */
            trials: components["schemas"]["ChannelTrialsDoneDto"];
            /** @description Settings that are missing */
            settings: string[];
        };
        ChannelCardDto: {
            /** @example 17 */
            id: string;
            /**
             * @description Stands in the address that the bank calls
             * @example terminal-1
             */
            code: string;
            /** @description The preset it was opened by */
            preset: components["schemas"]["NameDto"];
            /** @description `null`: no door of its own, its money is entered or loaded */
            protocol: string | null;
            name: string;
            /** @enum {string} */
            state: "off" | "testing" | "on";
            /** @description Everybody has it; it is not set up */
            builtIn: boolean;
            /** @description Of today; `null`: none */
            fee: components["schemas"]["ChannelFeeDto"] | null;
            /** @description Settings that the preset asks for */
            needs: string[];
            /** @description Of the preset: what to know before it is switched on */
            note: string;
            /** @description Addresses that may call; none: nobody may */
            networks: string[];
            /** @example Europe/Moscow */
            timeZone: string;
            /**
             * @description Roubles
             * @example 1234.50
             */
            least: string | null;
            /**
             * @description Roubles
             * @example 1234.50
             */
            most: string | null;
            /**
             * @description Its money belongs to this recipient alone
             * @example 17
             */
            recipientId: string | null;
            /** @description A check shows the payer’s masked name and the address */
            showsPayer: boolean;
            biller: components["schemas"]["BillerDto"];
            /** @description It is set; what it is nobody is told */
            hasSecret: boolean;
            hasPassword: boolean;
            /** @description The latest first */
            fees: components["schemas"]["ChannelFeeDto"][];
            readiness: components["schemas"]["ChannelReadinessDto"];
            /** @example 3 */
            version: number;
        };
        ChannelSettingsDto: {
            name: string;
            /**
             * @example [
             *       "79.142.16.0/20"
             *     ]
             */
            networks: string[];
            /** @example Europe/Moscow */
            timeZone: string;
            /**
             * @description Roubles
             * @example 1234.50
             */
            least?: string | null;
            /**
             * @description Roubles
             * @example 1234.50
             */
            most?: string | null;
            /** @example 17 */
            recipientId?: string | null;
            showsPayer: boolean;
            biller: components["schemas"]["BillerDto"];
            /** @description Written, never read; `null` takes it away, without: as it is */
            secret?: string | null;
            /** @description Written, never read; `null` takes it away, without: as it is */
            password?: string | null;
        };
        NewChannelFeeDto: {
            /**
             * Format: date
             * @example 2036-12-31
             */
            since: string;
            /** @enum {string} */
            payer: "payer" | "organization";
            /**
             * @description Percent, no more than four decimals
             * @example 1.5
             */
            percent: string;
            /**
             * @description Roubles
             * @example 0.00
             */
            least: string;
            /**
             * @description Roubles
             * @example 1234.50
             */
            most?: string | null;
            /** @example Договор № 12 */
            reason: string;
        };
        ChannelTrialDto: {
            /** @example 17 */
            id: string;
            /** @enum {string} */
            kind: "check" | "unknown-account" | "pay" | "repeat" | "other";
            externalId: string | null;
            request: string;
            answer: string;
            /**
             * Format: date-time
             * @example 2026-10-31T12:00:00.000Z
             */
            triedAt: string;
        };
        ChannelTrialPageDto: {
            items: components["schemas"]["ChannelTrialDto"][];
            /** @description `null` on the last page */
            nextCursor: string | null;
        };
        ChannelStateDto: {
            /** @enum {string} */
            state: "off" | "testing" | "on";
        };
        ExceptionObjectDto: {
            /** @example account */
            type: string;
            /** @example 17 */
            id: string;
            /** @example 1000000001 */
            label: string;
        };
        ExceptionDto: {
            /** @example 17 */
            id: string;
            /** @example billing.account-parked */
            kind: string;
            /** @description What happened and what to mend */
            reason: string;
            object: components["schemas"]["ExceptionObjectDto"];
            /**
             * Format: date-time
             * @example 2026-10-31T12:00:00.000Z
             */
            createdAt: string;
            /**
             * @description Seconds
             * @example 3
             */
            age: number;
            /** @enum {string} */
            state: "open" | "resolved";
            /**
             * Format: date-time
             * @example 2026-10-31T12:00:00.000Z
             */
            resolvedAt: string | null;
            resolution: string | null;
        };
        ExceptionPageDto: {
            items: components["schemas"]["ExceptionDto"][];
            /** @description `null` on the last page */
            nextCursor: string | null;
        };
        ResolveDto: {
            /** @description What was done about it */
            note: string;
        };
        NamedDto: {
            /** @example 17 */
            id: string;
            name: string;
        };
        FinalLineDto: {
            recipient: components["schemas"]["NamedDto"] | null;
            service: components["schemas"]["NamedDto"] | null;
            /** @enum {string} */
            kind: "charge" | "penalty";
            /**
             * @description Roubles; below zero where paid ahead
             * @example 1234.50
             */
            amount: string;
        };
        FinalAccountDto: {
            /** @example 17 */
            accountId: string;
            /** @example 1000000017 */
            number: string;
            /** @example кв. 15 */
            premisesName: string;
            payerName: string | null;
            /** @description Without those that are settled */
            lines: components["schemas"]["FinalLineDto"][];
            /**
             * @description Roubles; below zero where paid ahead
             * @example 1234.50
             */
            balance: string;
        };
        FinalTotalsDto: {
            /** @description By recipient, service and kind */
            lines: components["schemas"]["FinalLineDto"][];
            /**
             * @description Of accounts that owe
             * @example 1234.50
             */
            debts: string;
            /**
             * @description Of accounts that have paid ahead, above zero
             * @example 1234.50
             */
            advances: string;
            /**
             * @description Roubles
             * @example 1234.50
             */
            balance: string;
        };
        FinalActDto: {
            /** @example 17 */
            id: string;
            /**
             * Format: date
             * @description Of the management: the day of the balances
             * @example 2026-10-31
             */
            lastDay: string;
            /** @example 17 */
            documentId: string;
            number: string | null;
            /**
             * Format: date
             * @description Of the paper
             * @example 2026-10-31
             */
            dated: string;
            /** @example 3 */
            accounts: number;
            /**
             * @description Roubles
             * @example 1234.50
             */
            debts: string;
            /**
             * @description Roubles
             * @example 1234.50
             */
            advances: string;
            /**
             * Format: date-time
             * @example 2026-10-31T12:00:00.000Z
             */
            recordedAt: string;
            recordedBy: string | null;
        };
        FinalBalancesDto: {
            /**
             * Format: date
             * @description The last day on which the house was managed; `null` while it is
             * @example 2026-10-31
             */
            lastDay: string | null;
            /** @description Whether that day’s month is closed, so that its charges are in the books */
            monthClosed: boolean;
            accounts: components["schemas"]["FinalAccountDto"][];
            totals: components["schemas"]["FinalTotalsDto"];
            /** @description Acts that were fixed, the latest first */
            acts: components["schemas"]["FinalActDto"][];
        };
        NewFinalActDto: {
            /** @description Of the paper */
            number?: string | null;
            /**
             * Format: date
             * @description Date of the paper; today where not told
             * @example 2026-10-31
             */
            dated?: string;
        };
        FormulaOutcomeDto: {
            passed: boolean;
            /**
             * @description Roubles
             * @example 1234.50
             */
            amount: string | null;
            /** @description Why nothing came out */
            message: string | null;
        };
        FormulaTriedCaseDto: {
            name: string;
            /**
             * @description Figures of a whole month by the names of the formula’s inputs
             * @example {
             *       "площадь": "52.3",
             *       "тариф": "31.50"
             *     }
             */
            inputs: {
                [key: string]: string;
            };
            /**
             * @description Roubles
             * @example 1234.50
             */
            expected: string;
            outcome: components["schemas"]["FormulaOutcomeDto"];
        };
        FormulaDaysDto: {
            /**
             * Format: date
             * @example 2026-10-31
             */
            from: string;
            /**
             * Format: date
             * @description The first day on which it holds no longer
             * @example 2026-10-31
             */
            to: string | null;
        };
        FormulaVersionDto: {
            /** @example 17 */
            id: string;
            /** @example 3 */
            ordinal: number;
            /** @enum {string} */
            state: "draft" | "active" | "retired";
            /** @example min(площадь; 50 м²) × тариф */
            text: string;
            /** @enum {string} */
            unit: "m2" | "m3" | "kWh" | "Gcal" | "person" | "premises";
            /** @enum {string} */
            normPer: "person" | "m2" | "premises";
            act: string | null;
            clause: string | null;
            note: string | null;
            cases: components["schemas"]["FormulaTriedCaseDto"][];
            /** @description Days on which it is charged by */
            terms: components["schemas"]["FormulaDaysDto"][];
            /**
             * Format: date-time
             * @example 2026-10-31T12:00:00.000Z
             */
            createdAt: string;
            createdBy: string | null;
            /**
             * Format: date-time
             * @example 2026-10-31T12:00:00.000Z
             */
            activatedAt: string | null;
            activatedBy: string | null;
        };
        FormulaDto: {
            /** @example 17 */
            id: string;
            /** @example guard */
            code: string;
            name: string;
            /** @example 3 */
            version: number;
            /** @description The latest first */
            versions: components["schemas"]["FormulaVersionDto"][];
        };
        FormulaListDto: {
            items: components["schemas"]["FormulaDto"][];
            /** @description The list is whole */
            nextCursor: null;
        };
        FormulaCaseDto: {
            /** @example Квартира больше 50 м² */
            name: string;
            /**
             * @description Figures of a whole month by the names of the formula’s inputs
             * @example {
             *       "площадь": "52.3",
             *       "тариф": "31.50"
             *     }
             */
            inputs: {
                [key: string]: string;
            };
            /**
             * @description What has to come out, reckoned by hand
             * @example 1234.50
             */
            expected: string;
        };
        NewFormulaDto: {
            /** @example min(площадь; 50 м²) × тариф */
            text: string;
            /**
             * @description Roubles per this is the tariff
             * @example m2
             * @enum {string}
             */
            unit: "m2" | "m3" | "kWh" | "Gcal" | "person" | "premises";
            /**
             * @description The norm is so many units for each of these
             * @example person
             * @enum {string}
             */
            normPer?: "person" | "m2" | "premises";
            cases?: components["schemas"]["FormulaCaseDto"][];
            /** @example Охрана по площади */
            name: string;
            /** @example Решение общего собрания № 4 от 01.10.2026 */
            act?: string | null;
            /** @example п. 2 */
            clause?: string | null;
            note?: string | null;
            /**
             * @description Stands in assignments and never changes
             * @example guard
             */
            code: string;
        };
        FormulaDraftDto: {
            /** @example min(площадь; 50 м²) × тариф */
            text: string;
            /**
             * @description Roubles per this is the tariff
             * @example m2
             * @enum {string}
             */
            unit: "m2" | "m3" | "kWh" | "Gcal" | "person" | "premises";
            /**
             * @description The norm is so many units for each of these
             * @example person
             * @enum {string}
             */
            normPer?: "person" | "m2" | "premises";
            cases?: components["schemas"]["FormulaCaseDto"][];
            /** @example Охрана по площади */
            name: string;
            /** @example Решение общего собрания № 4 от 01.10.2026 */
            act?: string | null;
            /** @example п. 2 */
            clause?: string | null;
            note?: string | null;
        };
        FormulaTermDto: {
            /**
             * Format: date
             * @example 2026-10-31
             */
            from: string;
            /** @example Решение общего собрания */
            reason: string;
        };
        FormulaCheckDto: {
            /** @example min(площадь; 50 м²) × тариф */
            text: string;
            /**
             * @description Roubles per this is the tariff
             * @example m2
             * @enum {string}
             */
            unit: "m2" | "m3" | "kWh" | "Gcal" | "person" | "premises";
            /**
             * @description The norm is so many units for each of these
             * @example person
             * @enum {string}
             */
            normPer?: "person" | "m2" | "premises";
            cases?: components["schemas"]["FormulaCaseDto"][];
        };
        FormulaFaultDto: {
            /** @example unit-mismatch */
            code: string;
            /**
             * @description The first character at fault, from 0
             * @example 3
             */
            at: number;
            /** @example 3 */
            length: number;
            /** @description What is wrong and how to mend it */
            message: string;
        };
        FormulaInputDto: {
            /** @example площадь */
            name: string;
            /** @example м² */
            unit: string;
        };
        FormulaCheckedDto: {
            fault: components["schemas"]["FormulaFaultDto"] | null;
            /** @description What the formula asks for */
            inputs: components["schemas"]["FormulaInputDto"][];
            /** @description Of the cases, in their order */
            outcomes: components["schemas"]["FormulaOutcomeDto"][];
        };
        FormulaTrialQuestionDto: {
            /** @example min(площадь; 50 м²) × тариф */
            text: string;
            /**
             * @description Roubles per this is the tariff
             * @example m2
             * @enum {string}
             */
            unit: "m2" | "m3" | "kWh" | "Gcal" | "person" | "premises";
            /**
             * @description The norm is so many units for each of these
             * @example person
             * @enum {string}
             */
            normPer?: "person" | "m2" | "premises";
            /** @example 17 */
            accountId: string;
            /** @example 2026-10 */
            month: string;
            /**
             * @description Its tariffs and norms are taken
             * @example 17
             */
            serviceId?: string | null;
            /**
             * @description Instead of the service’s tariff
             * @example 61.3
             */
            rate?: string | null;
            /**
             * @description Instead of the service’s norm
             * @example 61.3
             */
            norm?: string | null;
        };
        FormulaFigureDto: {
            /** @example площадь */
            name: string;
            /**
             * @description Exact; a fraction where a decimal would not end
             * @example 52.3
             */
            figure: string;
            /** @example м² */
            unit: string;
        };
        FormulaPartDto: {
            /**
             * @description Days on which the figures held
             * @example 3
             */
            days: number;
            /** @description What the formula was given */
            inputs: components["schemas"]["FormulaFigureDto"][];
        };
        FormulaStepDto: {
            label: string;
            value: string;
        };
        FormulaTrialLineDto: {
            /**
             * @description Roubles
             * @example 1234.50
             */
            amount: string;
            /**
             * @description A decimal number
             * @example 61.3
             */
            rate: string | null;
            /**
             * @description Days of the month
             * @example 3
             */
            of: number;
            parts: components["schemas"]["FormulaPartDto"][];
            sentence: string;
            steps: components["schemas"]["FormulaStepDto"][];
        };
        FormulaTrialDto: {
            /**
             * @description Roubles
             * @example 1234.50
             */
            total: string;
            lines: components["schemas"]["FormulaTrialLineDto"][];
            /** @description Why the account could not be charged */
            parked: string[];
        };
        LiveDto: {
            /** @example true */
            live: boolean;
        };
        ReadinessDto: {
            ready: boolean;
            /** @enum {string} */
            database: "up" | "down";
            /** @enum {string} */
            redis: "up" | "down";
        };
        MonthOfMeterDto: {
            /** @example 2026-10 */
            period: string;
            /**
             * @description In the unit of the resource: m³, kWh, Gcal
             * @example 61.3
             */
            volume: string;
            /**
             * @description What the dial showed at the end, where it was read
             * @example 61.3
             */
            reading: string | null;
            /**
             * Format: date-time
             * @example 2026-10-31T12:00:00.000Z
             */
            recordedAt: string;
            recordedBy: string | null;
            reason: string;
        };
        HouseMeterDto: {
            /** @example 17 */
            id: string;
            /** @enum {string} */
            resource: "cold-water" | "hot-water" | "electricity" | "gas" | "heating";
            /** @example 20-118273 */
            serial: string;
            /**
             * @description What the dial shows is multiplied by this
             * @example 61.3
             */
            ratio: string;
            /**
             * @description Whole digits of the dial
             * @example 3
             */
            digits: number;
            /**
             * Format: date
             * @example 2026-10-31
             */
            installedOn: string;
            /**
             * Format: date
             * @example 2026-10-31
             */
            removedOn: string | null;
            /**
             * Format: date
             * @description Last good day of its verification
             * @example 2026-10-31
             */
            verifiedUntil: string | null;
            volumes: components["schemas"]["MonthOfMeterDto"][];
        };
        HouseMeterListDto: {
            items: components["schemas"]["HouseMeterDto"][];
            /** @description The list is whole */
            nextCursor: null;
        };
        NewHouseMeterDto: {
            /**
             * @description Why; it stays with the fact
             * @example Заявление собственника
             */
            reason: string;
            /**
             * @description The paper that says so
             * @example 17
             */
            documentId?: string | null;
            /** @enum {string} */
            resource: "cold-water" | "hot-water" | "electricity" | "gas" | "heating";
            /** @example 20-118273 */
            serial: string;
            /**
             * @description Of its transformers; without: 1
             * @example 61.3
             */
            ratio?: string | null;
            /**
             * @description Whole digits of the dial; without: 5
             * @example 3
             */
            digits?: number | null;
            /**
             * Format: date
             * @description By the act of commissioning
             * @example 2026-10-31
             */
            installedOn: string;
            /**
             * Format: date
             * @example 2026-10-31
             */
            verifiedUntil?: string | null;
            /**
             * @description What the dial showed when it was installed; without: 0
             * @example 61.3
             */
            initial?: string | null;
        };
        MeterRemovalDto: {
            /**
             * @description Why; it stays with the fact
             * @example Заявление собственника
             */
            reason: string;
            /**
             * @description The paper that says so
             * @example 17
             */
            documentId?: string | null;
            /**
             * Format: date
             * @description The first day without it
             * @example 2026-10-31
             */
            on: string;
        };
        EnteredMonthDto: {
            /** @example 17 */
            meterId: string;
            /** @example 2026-10 */
            period: string;
            /**
             * @description What came in; without volume and reading the month is emptied
             * @example 61.3
             */
            volume?: string | null;
            /**
             * @description What the dial showed: the volume follows from the last reading
             * @example 61.3
             */
            reading?: string | null;
        };
        MeterVolumesDto: {
            /**
             * @description Why; it stays with the fact
             * @example Заявление собственника
             */
            reason: string;
            /**
             * @description The paper that says so
             * @example 17
             */
            documentId?: string | null;
            /** @description Months of the house’s meters, at most 600 */
            months: components["schemas"]["EnteredMonthDto"][];
        };
        SeasonHouseDto: {
            /** @example 17 */
            id: string;
            address: string;
        };
        HeatingSeasonDto: {
            /** @example 17 */
            id: string;
            /** @description `null`: of all houses */
            house: components["schemas"]["SeasonHouseDto"] | null;
            /**
             * Format: date
             * @example 2026-10-31
             */
            validFrom: string;
            /**
             * Format: date
             * @description The day after the last
             * @example 2026-10-31
             */
            validTo: string | null;
            basis: string | null;
            reason: string;
            /**
             * Format: date-time
             * @example 2026-10-31T12:00:00.000Z
             */
            recordedAt: string;
            recordedBy: string | null;
        };
        HeatingSeasonListDto: {
            items: components["schemas"]["HeatingSeasonDto"][];
            /** @description The list is whole */
            nextCursor: null;
        };
        NewHeatingSeasonDto: {
            /**
             * @description Why; it stays with the fact
             * @example Заявление собственника
             */
            reason: string;
            /**
             * @description The paper that says so
             * @example 17
             */
            documentId?: string | null;
            /**
             * Format: date
             * @example 2026-10-31
             */
            from: string;
            /**
             * Format: date
             * @description The first day on which it holds no longer; without: for ever
             * @example 2026-10-31
             */
            to?: string | null;
            /** @description The act that declares it */
            basis?: string | null;
            /**
             * @description Of this house alone; without: of all houses
             * @example 17
             */
            houseId?: string | null;
        };
        HeatingSeasonChangeDto: {
            /**
             * @description Why; it stays with the fact
             * @example Заявление собственника
             */
            reason: string;
            /**
             * @description The paper that says so
             * @example 17
             */
            documentId?: string | null;
            /**
             * Format: date
             * @example 2026-10-31
             */
            from: string;
            /**
             * Format: date
             * @description The first day on which it holds no longer; without: for ever
             * @example 2026-10-31
             */
            to?: string | null;
            /** @description The act that declares it */
            basis?: string | null;
        };
        BasisDto: {
            /**
             * @description Why; it stays with the fact
             * @example Заявление собственника
             */
            reason: string;
            /**
             * @description The paper that says so
             * @example 17
             */
            documentId?: string | null;
        };
        UnitsServiceDto: {
            /** @example 17 */
            id: string;
            name: string;
            unit: string;
        };
        PremisesUnitsDto: {
            service: components["schemas"]["UnitsServiceDto"];
            /**
             * @description A decimal number
             * @example 61.3
             */
            units: string;
            /**
             * Format: date
             * @example 2026-10-31
             */
            validFrom: string;
            /**
             * Format: date
             * @example 2026-10-31
             */
            validTo: string | null;
            /**
             * Format: date-time
             * @example 2026-10-31T12:00:00.000Z
             */
            recordedAt: string;
            recordedBy: string | null;
            reason: string;
        };
        PremisesUnitsListDto: {
            items: components["schemas"]["PremisesUnitsDto"][];
            /** @description The list is whole */
            nextCursor: null;
        };
        UnitsChangeDto: {
            /**
             * @description Why; it stays with the fact
             * @example Заявление собственника
             */
            reason: string;
            /**
             * @description The paper that says so
             * @example 17
             */
            documentId?: string | null;
            /**
             * Format: date
             * @example 2026-10-31
             */
            from: string;
            /**
             * Format: date
             * @description The first day on which it holds no longer; without: for ever
             * @example 2026-10-31
             */
            to?: string | null;
            /** @example 17 */
            serviceId: string;
            /**
             * @description `null`: none on these days
             * @example 61.3
             */
            units?: string | null;
        };
        MeterListDto: {
            items: components["schemas"]["MeterDto"][];
            /** @description The list is whole */
            nextCursor: null;
        };
        ActMeterDto: {
            /** @example 17 */
            id: string;
            /** @example 20-118273 */
            serial: string;
        };
        ActCancelledDto: {
            reason: string;
            /**
             * Format: date-time
             * @example 2026-10-31T12:00:00.000Z
             */
            at: string;
            by: string | null;
        };
        MeterActDto: {
            /** @example 17 */
            id: string;
            /** @enum {string} */
            kind: "access-refused" | "meter-failed" | "interference";
            /** @enum {string} */
            resource: "cold-water" | "hot-water" | "electricity" | "gas" | "heating";
            /** @description `null`: of no one meter */
            meter: components["schemas"]["ActMeterDto"] | null;
            /** @example 12 */
            number: string;
            /**
             * Format: date
             * @example 2026-10-31
             */
            dated: string;
            /** @description Who signed it */
            signedBy: string[];
            /**
             * Format: date
             * @description Of a failure: the day it failed; without: the day of the act
             * @example 2026-10-31
             */
            since: string | null;
            /**
             * Format: date
             * @description Of a refusal: the day access was given; without: not yet
             * @example 2026-10-31
             */
            until: string | null;
            /**
             * @description Of an interference: months before the act, above zero and no more than three
             * @example 61.3
             */
            months: string | null;
            /** @description Why it is entered although it speaks of what is more than 36 months ago */
            lateReason: string | null;
            reason: string;
            /** @example 17 */
            documentId: string | null;
            /**
             * Format: date-time
             * @example 2026-10-31T12:00:00.000Z
             */
            recordedAt: string;
            recordedBy: string | null;
            /**
             * @description How often it was corrected
             * @example 3
             */
            corrections: number;
            cancelled: components["schemas"]["ActCancelledDto"] | null;
        };
        MeterActListDto: {
            items: components["schemas"]["MeterActDto"][];
            /** @description The list is whole */
            nextCursor: null;
        };
        NewMeterActDto: {
            /**
             * @description Why; it stays with the fact
             * @example Заявление собственника
             */
            reason: string;
            /**
             * @description The paper that says so
             * @example 17
             */
            documentId?: string | null;
            /** @description Why it is entered although it speaks of what is more than 36 months ago */
            lateReason?: string | null;
            /** @example 12 */
            number: string;
            /**
             * Format: date
             * @example 2026-10-31
             */
            dated: string;
            /**
             * @description Who signed it
             * @example [
             *       "Иванов И. И.",
             *       "Петров П. П."
             *     ]
             */
            signedBy: string[];
            /**
             * Format: date
             * @description Of a failure: the day it failed; without: the day of the act
             * @example 2026-10-31
             */
            since?: string | null;
            /**
             * Format: date
             * @description Of a refusal: the day access was given; without: not yet
             * @example 2026-10-31
             */
            until?: string | null;
            /**
             * @description Of an interference: months before the act, above zero and no more than three
             * @example 61.3
             */
            months?: string | null;
            /** @enum {string} */
            kind: "access-refused" | "meter-failed" | "interference";
            /**
             * @description The meter; without: `resource` is named
             * @example 17
             */
            meterId?: string | null;
            /**
             * @description Where no one meter is meant
             * @enum {string|null}
             */
            resource?: "cold-water" | "hot-water" | "electricity" | "gas" | "heating" | null;
        };
        MeterActChangeDto: {
            /**
             * @description Why; it stays with the fact
             * @example Заявление собственника
             */
            reason: string;
            /**
             * @description The paper that says so
             * @example 17
             */
            documentId?: string | null;
            /** @description Why it is entered although it speaks of what is more than 36 months ago */
            lateReason?: string | null;
            /** @example 12 */
            number: string;
            /**
             * Format: date
             * @example 2026-10-31
             */
            dated: string;
            /**
             * @description Who signed it
             * @example [
             *       "Иванов И. И.",
             *       "Петров П. П."
             *     ]
             */
            signedBy: string[];
            /**
             * Format: date
             * @description Of a failure: the day it failed; without: the day of the act
             * @example 2026-10-31
             */
            since?: string | null;
            /**
             * Format: date
             * @description Of a refusal: the day access was given; without: not yet
             * @example 2026-10-31
             */
            until?: string | null;
            /**
             * @description Of an interference: months before the act, above zero and no more than three
             * @example 61.3
             */
            months?: string | null;
        };
        MeterActCancellationDto: {
            /**
             * @description Why; it stays with the fact
             * @example Заявление собственника
             */
            reason: string;
            /**
             * @description The paper that says so
             * @example 17
             */
            documentId?: string | null;
            /** @description Why it is entered although it speaks of what is more than 36 months ago */
            lateReason?: string | null;
        };
        HouseDto: {
            /** @example 17 */
            id: string;
            /** @example г. Барнаул, ул. Северная, д. 15 */
            address: string;
            /** @example 3 */
            yearBuilt: number | null;
            /** @example 3 */
            floors: number | null;
            /** @example 3 */
            flats: number;
            /**
             * @description Open today
             * @example 3
             */
            accounts: number;
            /**
             * @description All premises, m²
             * @example 61.3
             */
            area: string | null;
            /**
             * @description Common property, m²
             * @example 61.3
             */
            commonArea: string | null;
        };
        HousePageDto: {
            items: components["schemas"]["HouseDto"][];
            /** @description `null` on the last page */
            nextCursor: string | null;
        };
        PassportEntryDto: {
            /**
             * Format: date-time
             * @example 2026-10-31T12:00:00.000Z
             */
            recordedAt: string;
            recordedBy: string | null;
            reason: string;
            /**
             * Format: date-time
             * @description When a correction took its place; `null`: in force
             * @example 2026-10-31T12:00:00.000Z
             */
            supersededAt: string | null;
            /** @example area */
            attribute: string;
            value: string;
            /**
             * Format: date
             * @example 2026-10-31
             */
            validFrom: string;
            /**
             * Format: date
             * @example 2026-10-31
             */
            validTo: string | null;
        };
        HouseCardDto: {
            /** @example 17 */
            id: string;
            /** @example г. Барнаул, ул. Северная, д. 15 */
            address: string;
            /** @example 3 */
            yearBuilt: number | null;
            /** @example 3 */
            floors: number | null;
            /** @example 3 */
            flats: number;
            /**
             * @description Open today
             * @example 3
             */
            accounts: number;
            /**
             * @description All premises, m²
             * @example 61.3
             */
            area: string | null;
            /**
             * @description Common property, m²
             * @example 61.3
             */
            commonArea: string | null;
            city: string;
            street: string;
            building: string;
            /** @description ГАР/ФИАС id */
            fiasId: string | null;
            cadastralNumber: string | null;
            oktmo: string | null;
            /**
             * @description Sum over flats and non-residential premises, m²
             * @example 61.3
             */
            areaOfPremises: string | null;
            postalCode: string | null;
            /** @example Asia/Barnaul */
            timeZone: string;
            /** @example 3 */
            entrances: number | null;
            /**
             * @description What tariffs and norms look at
             * @example {
             *       "stove": "electric"
             *     }
             */
            traits: {
                [key: string]: string | number | boolean;
            };
            history: components["schemas"]["PassportEntryDto"][];
        };
        PremisesDto: {
            /** @example 17 */
            id: string;
            /** @example 15 */
            number: string;
            /** @example кв. 15 */
            name: string;
            /** @enum {string} */
            kind: "flat" | "room" | "nonresidential" | "parking" | "common";
            /** @example 3 */
            entrance: number | null;
            /** @example 3 */
            floor: number | null;
            /**
             * @description m²
             * @example 61.3
             */
            area: string | null;
            /**
             * @description m²
             * @example 61.3
             */
            livingArea: string | null;
            /**
             * @description The account open today
             * @example 17
             */
            accountId: string | null;
            accountNumber: string | null;
        };
        PremisesListDto: {
            items: components["schemas"]["PremisesDto"][];
            /** @description The list is whole */
            nextCursor: null;
        };
        HouseServiceDto: {
            service: components["schemas"]["ServiceNameDto"];
            supplier: components["schemas"]["SupplierNameDto"];
            /**
             * @description One premises’ own rule; `null`: the house’s
             * @example 17
             */
            premisesId: string | null;
            /**
             * @description One entrance’s own rule
             * @example 3
             */
            entrance: number | null;
            /**
             * @example [
             *       "flat",
             *       "room"
             *     ]
             */
            premisesKinds: string[];
            /**
             * @description A method of the calculation core
             * @example metered
             */
            method: string;
            /**
             * Format: date
             * @example 2026-10-31
             */
            validFrom: string;
            /**
             * Format: date
             * @example 2026-10-31
             */
            validTo: string | null;
            /**
             * @description Roubles per unit; `null`: there is no tariff
             * @example 61.3
             */
            rate: string | null;
            /**
             * @description Roubles with VAT per unit, by zone of the meter where there are zones
             * @example {
             *       "rate": "36.47"
             *     }
             */
            rates: {
                [key: string]: string;
            } | null;
            /** @description The act or agreement that sets the rate */
            rateSource: string | null;
        };
        HouseServiceListDto: {
            items: components["schemas"]["HouseServiceDto"][];
            /** @description The list is whole */
            nextCursor: null;
        };
        NewHouseDto: {
            /** @example г. Барнаул */
            city: string;
            /** @example ул. Северная */
            street: string;
            /** @example 15 */
            building: string;
            /** @example 656000 */
            postalCode?: string | null;
            /** @example 3 */
            yearBuilt?: number | null;
            /** @example Asia/Barnaul */
            timeZone: string;
            /** @description ГАР/ФИАС id of the house */
            fiasId?: string | null;
            /** @example 22:63:050424:117 */
            cadastralNumber?: string | null;
            /** @example 01701000 */
            oktmo?: string | null;
            /**
             * @description Sоб: all residential and non-residential premises, m²
             * @example 61.3
             */
            area?: string | null;
            /**
             * @description Sои: common property, m²
             * @example 61.3
             */
            commonArea?: string | null;
            /** @example 3 */
            floors?: number | null;
            /** @example 3 */
            entrances?: number | null;
            /**
             * @description What tariffs and norms look at
             * @example {
             *       "stove": "electric"
             *     }
             */
            traits?: {
                [key: string]: string | number | boolean;
            };
            /**
             * @description Why; it stays with the fact
             * @example Заявление собственника
             */
            reason: string;
            /**
             * @description The paper that says so
             * @example 17
             */
            documentId?: string | null;
            /**
             * Format: date
             * @example 2026-10-31
             */
            from: string;
        };
        HouseNamesChangeDto: {
            /** @example г. Барнаул */
            city: string;
            /** @example ул. Северная */
            street: string;
            /** @example 15 */
            building: string;
            /** @example 656000 */
            postalCode?: string | null;
            /** @example 3 */
            yearBuilt?: number | null;
            /** @example Asia/Barnaul */
            timeZone: string;
            /** @description ГАР/ФИАС id of the house */
            fiasId?: string | null;
            /** @example 22:63:050424:117 */
            cadastralNumber?: string | null;
            /** @example 01701000 */
            oktmo?: string | null;
            /**
             * @description Why; it stays with the fact
             * @example Заявление собственника
             */
            reason: string;
            /**
             * @description The paper that says so
             * @example 17
             */
            documentId?: string | null;
        };
        HouseValuesChangeDto: {
            /**
             * @description Sоб: all residential and non-residential premises, m²
             * @example 61.3
             */
            area?: string | null;
            /**
             * @description Sои: common property, m²
             * @example 61.3
             */
            commonArea?: string | null;
            /** @example 3 */
            floors?: number | null;
            /** @example 3 */
            entrances?: number | null;
            /**
             * @description What tariffs and norms look at
             * @example {
             *       "stove": "electric"
             *     }
             */
            traits?: {
                [key: string]: string | number | boolean;
            };
            /**
             * @description Why; it stays with the fact
             * @example Заявление собственника
             */
            reason: string;
            /**
             * @description The paper that says so
             * @example 17
             */
            documentId?: string | null;
            /**
             * Format: date
             * @example 2026-10-31
             */
            from: string;
            /**
             * Format: date
             * @description The first day on which it holds no longer; without: for ever
             * @example 2026-10-31
             */
            to?: string | null;
        };
        NewPremisesDto: {
            /** @enum {string} */
            kind: "flat" | "room" | "nonresidential" | "parking" | "common";
            /** @example 15 */
            number: string;
            /**
             * @description The communal flat that a room is in
             * @example 17
             */
            parentId?: string | null;
            /** @example 3 */
            entrance?: number | null;
            /** @example 3 */
            floor?: number | null;
            cadastralNumber?: string | null;
            /** @description Id of the premises in ГИС ЖКХ */
            gisId?: string | null;
            /**
             * @description m²
             * @example 61.3
             */
            area: string;
            /**
             * @description m²
             * @example 61.3
             */
            livingArea?: string | null;
            /**
             * @description m²
             * @example 61.3
             */
            heatedArea?: string | null;
            /** @example 3 */
            rooms?: number | null;
            /**
             * @description What tariffs and norms look at
             * @example {
             *       "stove": "electric"
             *     }
             */
            traits?: {
                [key: string]: string | number | boolean;
            };
            /** @description Resources for which an act says that no meter can be installed */
            meterImpossible?: string[];
            /** @description A lawful heat source of its own, or no heaters by the house’s project */
            ownHeating?: boolean;
            /**
             * @description Why; it stays with the fact
             * @example Заявление собственника
             */
            reason: string;
            /**
             * @description The paper that says so
             * @example 17
             */
            documentId?: string | null;
            /**
             * Format: date
             * @example 2026-10-31
             */
            from: string;
        };
        /** @enum {string} */
        AgreementKind: "management" | "resource-supply" | "tenancy" | "social-tenancy" | "nonresidential" | "agency";
        AgreementDto: {
            /** @example 17 */
            id: string;
            /** @example 17 */
            houseId: string;
            /** @example 17 */
            premisesId: string | null;
            kind: components["schemas"]["AgreementKind"];
            number: string;
            /**
             * Format: date
             * @example 2026-10-31
             */
            signedOn: string;
            partyName: string | null;
            supplierName: string | null;
            /**
             * @description A decimal number
             * @example 61.3
             */
            area: string | null;
            /**
             * Format: date
             * @example 2026-10-31
             */
            from: string;
            /**
             * Format: date
             * @example 2026-10-31
             */
            to: string | null;
            reason: string;
            /**
             * Format: date-time
             * @example 2026-10-31T12:00:00.000Z
             */
            recordedAt: string;
            /**
             * Format: date-time
             * @example 2026-10-31T12:00:00.000Z
             */
            supersededAt: string | null;
        };
        AgreementListDto: {
            items: components["schemas"]["AgreementDto"][];
            /** @description The list is whole */
            nextCursor: null;
        };
        NewAgreementDto: {
            /**
             * @description Why; it stays with the fact
             * @example Заявление собственника
             */
            reason: string;
            /**
             * @description The paper that says so
             * @example 17
             */
            documentId?: string | null;
            /**
             * Format: date
             * @example 2026-10-31
             */
            from: string;
            /**
             * Format: date
             * @description The first day on which it holds no longer; without: for ever
             * @example 2026-10-31
             */
            to?: string | null;
            kind: components["schemas"]["AgreementKind"];
            number: string;
            /**
             * Format: date
             * @example 2026-10-31
             */
            signedOn: string;
            /**
             * @description Without: the whole house
             * @example 17
             */
            premisesId?: string | null;
            /** @example 17 */
            partyId?: string | null;
            /** @example 17 */
            supplierId?: string | null;
            /**
             * @description m²
             * @example 61.3
             */
            area?: string | null;
        };
        EndAgreementDto: {
            /**
             * @description Why; it stays with the fact
             * @example Заявление собственника
             */
            reason: string;
            /**
             * @description The paper that says so
             * @example 17
             */
            documentId?: string | null;
            /**
             * Format: date
             * @example 2026-10-31
             */
            from: string;
        };
        LawVersionDto: {
            /** @example 9.5 */
            value: string;
            /**
             * Format: date
             * @example 2026-10-31
             */
            validFrom: string;
            /**
             * Format: date
             * @description The first day on which it no longer holds
             * @example 2026-10-31
             */
            validTo: string | null;
            act: string;
            clause: string;
            /**
             * @description How sure the product is of it
             * @enum {string}
             */
            certainty: "verified" | "corroborated" | "from-memory" | "disputed";
            note: string | null;
        };
        LawEntryDto: {
            /** @example penalty.rate-cap */
            code: string;
            title: string;
            /**
             * @description expires: nothing is known of afterwards; what needs it stops then
             * @enum {string}
             */
            standing: "holds" | "changes" | "expires" | "expired" | "begins";
            /**
             * @description Until it changes, ends or begins
             * @example 3
             */
            daysLeft: number | null;
            current: components["schemas"]["LawVersionDto"] | null;
            next: components["schemas"]["LawVersionDto"] | null;
            /** @description By days */
            versions: components["schemas"]["LawVersionDto"][];
        };
        LawCalendarDto: {
            items: components["schemas"]["LawEntryDto"][];
            /** @description The list is whole */
            nextCursor: null;
            /**
             * @description Parameters that have run out: what needs them stops
             * @example 3
             */
            expired: number;
            /**
             * @description Parameters that change or run out within 90 days
             * @example 3
             */
            soon: number;
        };
        PossibleDto: {
            /** @example payment-day */
            value: string;
            /** @example На день оплаты */
            title: string;
        };
        ChoiceDto: {
            /** @example payment-day */
            value: string | number | boolean;
            /**
             * Format: date
             * @example 2026-10-31
             */
            validFrom: string;
            /**
             * Format: date
             * @example 2026-10-31
             */
            validTo: string | null;
            /** @description The decision, act or contract */
            basis: string | null;
            reason: string;
            /**
             * Format: date-time
             * @example 2026-10-31T12:00:00.000Z
             */
            recordedAt: string;
            recordedBy: string | null;
        };
        SettingDto: {
            /** @example penalty.rate-day */
            code: string;
            title: string;
            description: string;
            /** @description What the choice rests on */
            clause: string;
            /** @enum {string} */
            type: "choice" | "number" | "boolean";
            /** @description Of a choice */
            choices: components["schemas"]["PossibleDto"][];
            /**
             * @description Of a number
             * @example 3
             */
            least: number | null;
            /**
             * @description Of a number
             * @example 3
             */
            most: number | null;
            /** @example payment-day */
            default: string | number | boolean;
            /**
             * @description What holds today
             * @example payment-day
             */
            value: string | number | boolean;
            /** @description Nobody has chosen */
            byDefault: boolean;
            /** @description By days */
            chosen: components["schemas"]["ChoiceDto"][];
        };
        SettingListDto: {
            items: components["schemas"]["SettingDto"][];
            /** @description The list is whole */
            nextCursor: null;
        };
        NewChoiceDto: {
            /**
             * @description Why; it stays with the fact
             * @example Заявление собственника
             */
            reason: string;
            /**
             * @description The paper that says so
             * @example 17
             */
            documentId?: string | null;
            /**
             * Format: date
             * @example 2026-10-31
             */
            from: string;
            /**
             * Format: date
             * @description The first day on which it holds no longer; without: for ever
             * @example 2026-10-31
             */
            to?: string | null;
            /** @example payment-day */
            value: string | number | boolean;
            /** @description The decision, act or contract it rests on */
            basis?: string | null;
        };
        /** @enum {string} */
        ImportKind: "houses" | "premises" | "accounts" | "residents" | "meters" | "opening-balances";
        /** @enum {string} */
        ImportState: "uploaded" | "checking" | "checked" | "applying" | "applied" | "undoing" | "undone" | "failed";
        /**
         * @description As it was told to be read; `null`: found out
         * @enum {string}
         */
        ToldEncoding: "utf-8" | "windows-1251" | "ibm866" | "koi8-r";
        ImportSettingsDto: {
            /**
             * Format: date
             * @description From which day on the file is true, where no column tells
             * @example 2026-10-31
             */
            from?: string;
            /**
             * @description Of addresses without a city
             * @example г. Барнаул
             */
            city?: string;
            /** @description Make houses that are not in the books */
            makeHouses?: boolean;
            /**
             * @description Service of opening balances, where no column tells
             * @example 17
             */
            serviceId?: string;
            /**
             * @description Recipient of opening balances, where no column tells
             * @example 17
             */
            supplierId?: string;
        };
        ImportNoteDto: {
            /** @example encoding-differs */
            code: string;
            /** @description In the reader’s language */
            text: string;
        };
        VerdictsDto: {
            /** @example 3 */
            new: number;
            /** @example 3 */
            change: number;
            /**
             * @description Stand in the books as they are
             * @example 3
             */
            same: number;
            /** @example 3 */
            bad: number;
        };
        ImportTotalsDto: {
            /** @example 3 */
            rows: number;
            /**
             * @description Accounts, premises, people, meters: what the load is of
             * @example 3
             */
            things: number;
            /**
             * @description m²
             * @example 61.3
             */
            area: string;
            /** @example 3 */
            persons: number;
            /**
             * @description Roubles
             * @example 1234.50
             */
            amount: string;
            /**
             * @description Roubles
             * @example 1234.50
             */
            penalty: string;
            verdicts: components["schemas"]["VerdictsDto"];
            /**
             * @description Rows with an error
             * @example 3
             */
            withErrors: number;
            /**
             * @description Rows with something to look at
             * @example 3
             */
            withWarnings: number;
        };
        ImportFailureDto: {
            /** @example import.built-on */
            code: string;
            /** @description In the reader’s language */
            text: string;
        };
        ImportDto: {
            /** @example 17 */
            id: string;
            kind: components["schemas"]["ImportKind"];
            state: components["schemas"]["ImportState"];
            fileName: string;
            /** @enum {string} */
            format: "xlsx" | "csv" | "dbf";
            sheet: string | null;
            /** @description Whose table it is; its map was remembered */
            sourceName: string | null;
            /** @description As it was told to be read; `null`: found out */
            toldEncoding: components["schemas"]["ToldEncoding"] | null;
            /**
             * @description As it was told; 0: no headings; `null`: found out
             * @example 3
             */
            toldHeadingLine: number | null;
            /**
             * @description As the file was read
             * @enum {string|null}
             */
            encoding: "utf-8" | "utf-16le" | "utf-16be" | "windows-1251" | "ibm866" | "koi8-r" | null;
            /**
             * @description Line of the headings, as the file was read; 0: none
             * @example 3
             */
            headingLine: number | null;
            headings: string[];
            /**
             * @example {
             *       "number": 0,
             *       "address": 1
             *     }
             */
            map: {
                [key: string]: number;
            };
            settings: components["schemas"]["ImportSettingsDto"];
            /** @description What was met while opening the file */
            notes: components["schemas"]["ImportNoteDto"][];
            /**
             * @description Rows of the step that is going on
             * @example 3
             */
            rowsDone: number;
            /**
             * @description `null` until the file has been read to its end
             * @example 3
             */
            rowsTotal: number | null;
            totals: components["schemas"]["ImportTotalsDto"] | null;
            /** @description What stopped the last step */
            failure: components["schemas"]["ImportFailureDto"] | null;
            /**
             * Format: date-time
             * @example 2026-10-31T12:00:00.000Z
             */
            createdAt: string;
            createdBy: string | null;
            /**
             * Format: date-time
             * @example 2026-10-31T12:00:00.000Z
             */
            checkedAt: string | null;
            /**
             * Format: date-time
             * @example 2026-10-31T12:00:00.000Z
             */
            appliedAt: string | null;
            /**
             * Format: date-time
             * @example 2026-10-31T12:00:00.000Z
             */
            undoneAt: string | null;
            /**
             * Format: date-time
             * @description Since then the file, its rows and their problems are gone
             * @example 2026-10-31T12:00:00.000Z
             */
            rowsClearedAt: string | null;
        };
        ImportPageDto: {
            items: components["schemas"]["ImportDto"][];
            /** @description `null` on the last page */
            nextCursor: string | null;
        };
        UploadImportDto: {
            kind: components["schemas"]["ImportKind"];
            /** @description Sheet of a workbook; else its first one that is not empty */
            sheet?: string;
            /**
             * Format: binary
             * @description XLSX, CSV or DBF, up to 40 MB
             */
            file: string;
        };
        ImportFieldDto: {
            /** @example number */
            name: string;
            /** @description In the reader’s language */
            title: string;
        };
        ImportDetailDto: {
            /** @example 17 */
            id: string;
            kind: components["schemas"]["ImportKind"];
            state: components["schemas"]["ImportState"];
            fileName: string;
            /** @enum {string} */
            format: "xlsx" | "csv" | "dbf";
            sheet: string | null;
            /** @description Whose table it is; its map was remembered */
            sourceName: string | null;
            /** @description As it was told to be read; `null`: found out */
            toldEncoding: components["schemas"]["ToldEncoding"] | null;
            /**
             * @description As it was told; 0: no headings; `null`: found out
             * @example 3
             */
            toldHeadingLine: number | null;
            /**
             * @description As the file was read
             * @enum {string|null}
             */
            encoding: "utf-8" | "utf-16le" | "utf-16be" | "windows-1251" | "ibm866" | "koi8-r" | null;
            /**
             * @description Line of the headings, as the file was read; 0: none
             * @example 3
             */
            headingLine: number | null;
            headings: string[];
            /**
             * @example {
             *       "number": 0,
             *       "address": 1
             *     }
             */
            map: {
                [key: string]: number;
            };
            settings: components["schemas"]["ImportSettingsDto"];
            /** @description What was met while opening the file */
            notes: components["schemas"]["ImportNoteDto"][];
            /**
             * @description Rows of the step that is going on
             * @example 3
             */
            rowsDone: number;
            /**
             * @description `null` until the file has been read to its end
             * @example 3
             */
            rowsTotal: number | null;
            totals: components["schemas"]["ImportTotalsDto"] | null;
            /** @description What stopped the last step */
            failure: components["schemas"]["ImportFailureDto"] | null;
            /**
             * Format: date-time
             * @example 2026-10-31T12:00:00.000Z
             */
            createdAt: string;
            createdBy: string | null;
            /**
             * Format: date-time
             * @example 2026-10-31T12:00:00.000Z
             */
            checkedAt: string | null;
            /**
             * Format: date-time
             * @example 2026-10-31T12:00:00.000Z
             */
            appliedAt: string | null;
            /**
             * Format: date-time
             * @example 2026-10-31T12:00:00.000Z
             */
            undoneAt: string | null;
            /**
             * Format: date-time
             * @description Since then the file, its rows and their problems are gone
             * @example 2026-10-31T12:00:00.000Z
             */
            rowsClearedAt: string | null;
            /** @description What can be read from this kind of table */
            fields: components["schemas"]["ImportFieldDto"][];
            /** @description Of each group one field must be read from the file */
            needed: string[][];
            /** @description Of each group one field must be mapped before the file can be checked */
            missing: string[][];
        };
        ImportSampleRowDto: {
            /**
             * @description Of the file
             * @example 3
             */
            line: number;
            /** @description Up to the last filled cell */
            cells: string[];
        };
        ImportSampleDto: {
            items: components["schemas"]["ImportSampleRowDto"][];
            /** @description The list is whole */
            nextCursor: null;
        };
        ReadImportDto: {
            /** @description Of a text or DBF; `null`: found out by its letters */
            encoding: components["schemas"]["ToldEncoding"] | null;
            /**
             * @description Line that the headings stand in; 0: none; `null`: found out
             * @example 3
             */
            headingLine: number | null;
        };
        MapImportDto: {
            /**
             * @description Which column, from 0, each field is read from
             * @example {
             *       "number": 0,
             *       "address": 1
             *     }
             */
            map: {
                [key: string]: number;
            };
            settings: components["schemas"]["ImportSettingsDto"];
            /** @description Whose table it is: the next one with these headings needs nothing */
            sourceName?: string;
        };
        ImportProblemDto: {
            /**
             * @description Of the file
             * @example 3
             */
            line: number;
            /** @description Heading of the column */
            column: string | null;
            value: string | null;
            /** @enum {string} */
            severity: "error" | "warning";
            /** @example house.unknown */
            code: string;
            /** @description What is wrong, in the reader’s language */
            reason: string;
            /** @description What to do */
            mend: string;
        };
        ImportProblemPageDto: {
            items: components["schemas"]["ImportProblemDto"][];
            /** @description `null` on the last page */
            nextCursor: string | null;
        };
        ImportProblemKindDto: {
            /** @example inn.wrong */
            code: string;
            /** @enum {string} */
            severity: "error" | "warning";
            /** @description In the reader’s language */
            title: string;
            /** @example 3 */
            count: number;
        };
        ImportProblemKindListDto: {
            items: components["schemas"]["ImportProblemKindDto"][];
            /** @description The list is whole */
            nextCursor: null;
        };
        PriceOfDaysDto: {
            /**
             * Format: date
             * @example 2026-10-31
             */
            from: string;
            /**
             * Format: date
             * @example 2026-10-31
             */
            to: string | null;
            /**
             * @description Roubles
             * @example 1234.50
             */
            price: string;
        };
        OneOffWorkDto: {
            /** @example 17 */
            id: string;
            /** @example 17 */
            serviceId: string;
            service: string;
            /** @example 17 */
            supplierId: string;
            supplier: string;
            name: string;
            unit: string;
            /**
             * @description A decimal number
             * @example 61.3
             */
            vatRate: string | null;
            archived: boolean;
            prices: components["schemas"]["PriceOfDaysDto"][];
        };
        OneOffWorkListDto: {
            items: components["schemas"]["OneOffWorkDto"][];
            /** @description The list is whole */
            nextCursor: null;
        };
        NewOneOffWorkDto: {
            /**
             * @description Under which its lines stand on the receipt
             * @example 17
             */
            serviceId: string;
            /**
             * @description Who gets the money
             * @example 17
             */
            supplierId: string;
            /** @example Замена смесителя */
            name: string;
            /** @example шт. */
            unit: string;
            /**
             * @description Percent of VAT that the price holds; without: none
             * @example 61.3
             */
            vatRate?: string | null;
        };
        OneOffPriceDto: {
            /**
             * @description Why; it stays with the fact
             * @example Заявление собственника
             */
            reason: string;
            /**
             * @description The paper that says so
             * @example 17
             */
            documentId?: string | null;
            /**
             * Format: date
             * @example 2026-10-31
             */
            from: string;
            /**
             * @description Roubles with VAT
             * @example 1234.50
             */
            price: string;
        };
        CancelledDto: {
            reason: string;
            /**
             * Format: date-time
             * @example 2026-10-31T12:00:00.000Z
             */
            at: string;
            /**
             * Format: date
             * @description `null`: it was never billed
             * @example 2026-10-31
             */
            reversedOn: string | null;
        };
        OneOffActDto: {
            /** @example 17 */
            id: string;
            /** @example 17 */
            workId: string;
            work: string;
            unit: string;
            number: string;
            /**
             * Format: date
             * @example 2026-10-31
             */
            dated: string;
            /**
             * @description A decimal number
             * @example 61.3
             */
            quantity: string;
            /**
             * @description Roubles
             * @example 1234.50
             */
            price: string;
            /**
             * @description Roubles
             * @example 1234.50
             */
            prepaid: string | null;
            reason: string;
            cancelled: components["schemas"]["CancelledDto"] | null;
        };
        OneOffActListDto: {
            items: components["schemas"]["OneOffActDto"][];
            /** @description The list is whole */
            nextCursor: null;
        };
        NewOneOffActDto: {
            /**
             * @description Why; it stays with the fact
             * @example Заявление собственника
             */
            reason: string;
            /**
             * @description The paper that says so
             * @example 17
             */
            documentId?: string | null;
            /** @example 17 */
            workId: string;
            /** @example 15 */
            number: string;
            /**
             * Format: date
             * @description It is charged in the month of this day
             * @example 2026-10-31
             */
            dated: string;
            /**
             * @description A decimal number
             * @example 1
             */
            quantity: string;
            /**
             * @description For one; without: as the price list says on that day
             * @example 1234.50
             */
            price?: string | null;
            /**
             * @description Paid before the act; told beside the line
             * @example 1234.50
             */
            prepaid?: string | null;
        };
        CancelledActDto: {
            /**
             * Format: date
             * @description From which day a reversal is billed; `null`: it was never billed
             * @example 2026-10-31
             */
            reversedOn: string | null;
        };
        /** @enum {string} */
        OrganizationKind: "management-company" | "owners-association" | "settlement-centre";
        OrganizationDto: {
            kind: components["schemas"]["OrganizationKind"];
            /** @example Общество с ограниченной ответственностью «Двор» */
            name: string;
            /** @example ООО «Двор» */
            shortName: string;
            /** @example 7707083893 */
            inn: string;
            /**
             * @description An association or a sole trader may have none
             * @example 770701001
             */
            kpp?: string | null;
            /** @example 1027700132195 */
            ogrn?: string | null;
            /** @example г. Барнаул, пр. Ленина, 1 */
            address: string;
            /** @example Asia/Barnaul */
            timeZone: string;
            phone?: string | null;
            email?: string | null;
            /** @example 17 */
            id: string;
            /**
             * @description Also the ETag
             * @example 3
             */
            version: number;
            /**
             * Format: date
             * @description The day it is there, by its own clock
             * @example 2026-10-31
             */
            today: string;
            /**
             * @description The month to work on: the one after the last closed
             * @example 2026-10
             */
            workingPeriod: string;
            /** @description Its clock is moved by hand */
            demo: boolean;
        };
        RequisitesChangeDto: {
            kind?: components["schemas"]["OrganizationKind"];
            /** @example Общество с ограниченной ответственностью «Двор» */
            name?: string;
            /** @example ООО «Двор» */
            shortName?: string;
            /** @example 7707083893 */
            inn?: string;
            /**
             * @description An association or a sole trader may have none
             * @example 770701001
             */
            kpp?: string | null;
            /** @example 1027700132195 */
            ogrn?: string | null;
            /** @example г. Барнаул, пр. Ленина, 1 */
            address?: string;
            /** @example Asia/Barnaul */
            timeZone?: string;
            phone?: string | null;
            email?: string | null;
        };
        ClockDto: {
            /**
             * Format: date
             * @example 2026-12-02
             */
            to: string;
        };
        PartyDto: {
            /** @example 17 */
            id: string;
            /** @enum {string} */
            kind: "person" | "firm";
            name: string;
            /**
             * Format: date
             * @example 2026-10-31
             */
            birthDate: string | null;
            snils: string | null;
            inn: string | null;
            kpp: string | null;
            ogrn: string | null;
            address: string | null;
            phone: string | null;
            email: string | null;
            /** @example 3 */
            version: number;
        };
        PartyListDto: {
            items: components["schemas"]["PartyDto"][];
            /** @description The list is whole */
            nextCursor: null;
        };
        FormerPartyDto: {
            was: {
                [key: string]: string | null;
            };
            replacedAt: string;
            reason: string;
        };
        PartyCardDto: {
            /** @example 17 */
            id: string;
            /** @enum {string} */
            kind: "person" | "firm";
            name: string;
            /**
             * Format: date
             * @example 2026-10-31
             */
            birthDate: string | null;
            snils: string | null;
            inn: string | null;
            kpp: string | null;
            ogrn: string | null;
            address: string | null;
            phone: string | null;
            email: string | null;
            /** @example 3 */
            version: number;
            /** @description What was written here before, the latest first */
            former: components["schemas"]["FormerPartyDto"][];
        };
        NewPartyDto: {
            /** @enum {string} */
            kind: "person" | "firm";
            /** @example Иванова Мария Петровна */
            name: string;
            /**
             * Format: date
             * @example 2026-10-31
             */
            birthDate?: string | null;
            /** @example 112-233-445 95 */
            snils?: string | null;
            /** @example 7707083893 */
            inn?: string | null;
            kpp?: string | null;
            ogrn?: string | null;
            address?: string | null;
            /** @example +79130000000 */
            phone?: string | null;
            email?: string | null;
            /**
             * @description Why; it stays with the fact
             * @example Заявление собственника
             */
            reason: string;
            /**
             * @description The paper that says so
             * @example 17
             */
            documentId?: string | null;
        };
        PartyChangeDto: {
            /** @enum {string} */
            kind?: "person" | "firm";
            /** @example Иванова Мария Петровна */
            name?: string;
            /**
             * Format: date
             * @example 2026-10-31
             */
            birthDate?: string | null;
            /** @example 112-233-445 95 */
            snils?: string | null;
            /** @example 7707083893 */
            inn?: string | null;
            kpp?: string | null;
            ogrn?: string | null;
            address?: string | null;
            /** @example +79130000000 */
            phone?: string | null;
            email?: string | null;
            /**
             * @description Why; it stays with the fact
             * @example Заявление собственника
             */
            reason: string;
            /**
             * @description The paper that says so
             * @example 17
             */
            documentId?: string | null;
        };
        /** @enum {string} */
        DocumentKind: "agreement" | "decision" | "protocol" | "act" | "certificate" | "register-extract" | "application" | "court-ruling" | "other";
        NewDocumentDto: {
            kind: components["schemas"]["DocumentKind"];
            number?: string | null;
            /**
             * Format: date
             * @example 2026-10-31
             */
            dated: string;
            /** @description Who issued it */
            issuer?: string | null;
            note?: string | null;
        };
        DocumentDto: {
            /** @example 17 */
            id: string;
            kind: components["schemas"]["DocumentKind"];
            number: string | null;
            /**
             * Format: date
             * @example 2026-10-31
             */
            dated: string;
            issuer: string | null;
            note: string | null;
            /** @example 17 */
            fileId: string | null;
        };
        ChangedSubjectDto: {
            /** @enum {string} */
            type: "house" | "premises" | "account" | "party" | "service" | "supplier" | "meter";
            /** @example 17 */
            id: string;
            /** @description A number, an address, a name */
            label: string;
        };
        DirtyMonthsDto: {
            subject: components["schemas"]["ChangedSubjectDto"];
            /** @example 2026-10 */
            first: string;
            /** @example 2026-10 */
            last: string;
            /**
             * @description How many months
             * @example 3
             */
            months: number;
            /**
             * @description What was changed: kinds of facts
             * @example [
             *       "residencies"
             *     ]
             */
            facts: string[];
            reasons: string[];
            /**
             * Format: date-time
             * @example 2026-10-31T12:00:00.000Z
             */
            changedAt: string;
        };
        DirtyMonthsListDto: {
            items: components["schemas"]["DirtyMonthsDto"][];
            /** @description The list is whole */
            nextCursor: null;
        };
        AccountNumberDto: {
            /** @example 17 */
            id: string;
            /** @example 1000000001 */
            number: string;
        };
        PaymentDto: {
            /** @example 17 */
            id: string;
            channel: components["schemas"]["NameDto"];
            /** @description The channel’s own number */
            externalId: string;
            /** @description As the payer or the bank wrote it */
            accountGiven: string;
            /** @description `null`: it waits for its account */
            account: components["schemas"]["AccountNumberDto"] | null;
            /**
             * @description Roubles
             * @example 1234.50
             */
            amount: string;
            /**
             * @description Of it, given back
             * @example 1234.50
             */
            returned: string;
            /**
             * @description The channel’s fee
             * @example 1234.50
             */
            fee: string;
            /**
             * @description `payer`: on top; `organization`: out of the sum
             * @enum {string}
             */
            feePayer: "payer" | "organization";
            /**
             * Format: date
             * @example 2026-10-31
             */
            paidOn: string;
            /**
             * Format: date
             * @example 2026-10-31
             */
            bookedOn: string;
            /**
             * Format: date-time
             * @example 2026-10-31T12:00:00.000Z
             */
            receivedAt: string;
            /** @enum {string} */
            state: "posted" | "waiting" | "returned";
        };
        PaymentTotalsDto: {
            /** @example 3 */
            count: number;
            /**
             * @description Roubles
             * @example 1234.50
             */
            amount: string;
            /**
             * @description Roubles
             * @example 1234.50
             */
            returned: string;
        };
        PaymentPageDto: {
            items: components["schemas"]["PaymentDto"][];
            /** @description `null` on the last page */
            nextCursor: string | null;
            /** @description Of all that the filter finds */
            totals: components["schemas"]["PaymentTotalsDto"];
        };
        ServiceSumDto: {
            /** @example 17 */
            serviceId: string;
            /**
             * @description Roubles
             * @example 1234.50
             */
            amount: string;
        };
        PreviewPaymentDto: {
            /**
             * @description Roubles
             * @example 1234.50
             */
            amount: string;
            /**
             * @description The month that the payer has named
             * @example 2026-10
             */
            period?: string | null;
            /** @description Sums that the payer has named for services */
            services?: components["schemas"]["ServiceSumDto"][];
            /**
             * @description Named for penalties; without it they get nothing
             * @example 1234.50
             */
            penalties?: string | null;
            /** @example 17 */
            accountId: string;
        };
        PaymentPartDto: {
            /** @description `null`: of the account as a whole */
            service: components["schemas"]["NameDto"] | null;
            /** @description `null`: of no recipient in particular */
            recipient: components["schemas"]["NameDto"] | null;
            /**
             * @description The month of the charge; of an advance, the month it came in
             * @example 2026-10
             */
            period: string;
            /** @enum {string} */
            kind: "charge" | "penalty";
            /**
             * @description Owed there before; `null`: an advance, or not known any more
             * @example 1234.50
             */
            due: string | null;
            /**
             * @description Roubles
             * @example 1234.50
             */
            amount: string;
            /**
             * @description Why it went here; empty where it is not known any more
             * @example Сначала старый долг
             */
            reason: string;
            /** @example ПП РФ № 354, п. 118 */
            clause: string | null;
        };
        AllocationDto: {
            /** @description Together they are the payment */
            parts: components["schemas"]["PaymentPartDto"][];
            /**
             * @description Advances that are set off against debts first
             * @example 1234.50
             */
            setOff: string;
            /**
             * @description Of the payment, beyond all debts
             * @example 1234.50
             */
            advance: string;
        };
        EnterPaymentDto: {
            /**
             * @description Roubles
             * @example 1234.50
             */
            amount: string;
            /**
             * @description The month that the payer has named
             * @example 2026-10
             */
            period?: string | null;
            /** @description Sums that the payer has named for services */
            services?: components["schemas"]["ServiceSumDto"][];
            /**
             * @description Named for penalties; without it they get nothing
             * @example 1234.50
             */
            penalties?: string | null;
            /**
             * @description Without: it is not known whose it is, and it waits
             * @example 17
             */
            accountId?: string | null;
            /** @description Of money that waits: what stands on the paper for an account */
            accountGiven?: string;
            /**
             * Format: date
             * @example 2026-10-31
             */
            paidOn: string;
            /** @description Of the paper: with its day it names the payment */
            documentNumber?: string | null;
            /** @description The payer’s own words */
            purpose?: string | null;
            /**
             * @description A channel without a door of its own; without: by hand
             * @example 17
             */
            channelId?: string | null;
        };
        EnteredPaymentDto: {
            /** @example 17 */
            id: string;
            /**
             * @description `null`: it waits for its account
             * @example 17
             */
            accountId: string | null;
            /** @description It stood in the books already */
            repeated: boolean;
        };
        NamedServiceDto: {
            service: components["schemas"]["NameDto"] | null;
            /**
             * @description Roubles
             * @example 1234.50
             */
            amount: string;
        };
        PayersWordsDto: {
            /**
             * @description The month that the payer named
             * @example 2026-10
             */
            period: string | null;
            services: components["schemas"]["NamedServiceDto"][];
            /**
             * @description Named for penalties
             * @example 1234.50
             */
            penalties: string | null;
            purpose: string | null;
        };
        RecipientPartDto: {
            recipient: components["schemas"]["NameDto"] | null;
            /**
             * @description Roubles
             * @example 1234.50
             */
            amount: string;
            /**
             * @description What the channel keeps of it
             * @example 1234.50
             */
            fee: string;
            /**
             * @description How far it has come
             * @enum {string}
             */
            stage: "split" | "prepared" | "sent";
            /**
             * Format: date
             * @example 2026-10-31
             */
            sentOn: string | null;
        };
        PaymentOperationDto: {
            /** @example 17 */
            id: string;
            /** @enum {string} */
            kind: "match" | "move" | "void" | "refund";
            /**
             * @description Roubles
             * @example 1234.50
             */
            amount: string;
            from: components["schemas"]["AccountNumberDto"] | null;
            to: components["schemas"]["AccountNumberDto"] | null;
            reason: string;
            /**
             * Format: date
             * @example 2026-10-31
             */
            bookedOn: string;
            /**
             * Format: date-time
             * @example 2026-10-31T12:00:00.000Z
             */
            recordedAt: string;
            recordedBy: string;
        };
        PaymentCardDto: {
            /** @example 17 */
            id: string;
            channel: components["schemas"]["NameDto"];
            /** @description The channel’s own number */
            externalId: string;
            /** @description As the payer or the bank wrote it */
            accountGiven: string;
            /** @description `null`: it waits for its account */
            account: components["schemas"]["AccountNumberDto"] | null;
            /**
             * @description Roubles
             * @example 1234.50
             */
            amount: string;
            /**
             * @description Of it, given back
             * @example 1234.50
             */
            returned: string;
            /**
             * @description The channel’s fee
             * @example 1234.50
             */
            fee: string;
            /**
             * @description `payer`: on top; `organization`: out of the sum
             * @enum {string}
             */
            feePayer: "payer" | "organization";
            /**
             * Format: date
             * @example 2026-10-31
             */
            paidOn: string;
            /**
             * Format: date
             * @example 2026-10-31
             */
            bookedOn: string;
            /**
             * Format: date-time
             * @example 2026-10-31T12:00:00.000Z
             */
            receivedAt: string;
            /** @enum {string} */
            state: "posted" | "waiting" | "returned";
            /**
             * Format: date-time
             * @example 2026-10-31T12:00:00.000Z
             */
            paidAt: string;
            words: components["schemas"]["PayersWordsDto"];
            /** @description Who entered it; `null`: the channel told of it */
            recordedBy: string | null;
            /** @description The rule by which it was split */
            rule: string | null;
            /** @description Where its money stands now, by the books */
            split: components["schemas"]["PaymentPartDto"][];
            recipients: components["schemas"]["RecipientPartDto"][];
            /** @description What was done with it afterwards */
            operations: components["schemas"]["PaymentOperationDto"][];
            /** @description The call as it came; names and phones are masked for those who only read */
            request: string | null;
            answer: string | null;
        };
        SuggestionDto: {
            /** @example 17 */
            accountId: string;
            /** @example 1000000001 */
            number: string;
            address: string;
            payerName: string | null;
            /** @enum {string} */
            state: "open" | "closed" | "not-yet-open";
            /**
             * @description Of a hundred
             * @example 3
             */
            score: number;
            reasons: ("number" | "number-slip" | "state-id" | "address" | "name")[];
        };
        SuggestionListDto: {
            items: components["schemas"]["SuggestionDto"][];
            /** @description The list is whole */
            nextCursor: null;
        };
        PutOnPreviewDto: {
            /** @example 17 */
            accountId: string;
        };
        PutOnDto: {
            /** @example Заявление плательщика */
            reason: string;
            /** @example 17 */
            accountId: string;
        };
        ReasonDto: {
            /** @example Заявление плательщика */
            reason: string;
        };
        RefundPreviewDto: {
            /**
             * @description Roubles
             * @example 1234.50
             */
            amount: string;
        };
        TakenBackDto: {
            /** @description What is taken back, and from where; empty for money that waits */
            parts: components["schemas"]["PaymentPartDto"][];
        };
        RefundDto: {
            /** @example Заявление плательщика */
            reason: string;
            /**
             * @description Roubles
             * @example 1234.50
             */
            amount: string;
        };
        PremisesOwnerDto: {
            /** @example 17 */
            partyId: string;
            name: string;
            /** @example 1/3 */
            share: string;
            /**
             * Format: date
             * @example 2026-10-31
             */
            from: string;
            /**
             * Format: date
             * @example 2026-10-31
             */
            to: string | null;
        };
        PremisesAccountDto: {
            /** @example 17 */
            id: string;
            number: string;
            payerName: string;
            /**
             * @description What it bears of the premises; null: all of it
             * @example 1/3
             */
            share: string | null;
        };
        PremisesCardDto: {
            /** @example 17 */
            id: string;
            /** @example 17 */
            houseId: string;
            address: string;
            /** @enum {string} */
            kind: "flat" | "room" | "nonresidential" | "parking" | "common";
            number: string;
            /**
             * @description The communal flat of a room
             * @example 17
             */
            parentId: string | null;
            /** @example 3 */
            entrance: number | null;
            /** @example 3 */
            floor: number | null;
            cadastralNumber: string | null;
            gisId: string | null;
            /**
             * @description A decimal number
             * @example 61.3
             */
            area: string | null;
            /**
             * @description A decimal number
             * @example 61.3
             */
            livingArea: string | null;
            /**
             * @description A decimal number
             * @example 61.3
             */
            heatedArea: string | null;
            /** @example 3 */
            rooms: number | null;
            /**
             * @example {
             *       "stove": "electric"
             *     }
             */
            traits: {
                [key: string]: string | number | boolean;
            };
            meterImpossible: string[];
            /** @description A lawful heat source of its own, or no heaters by the house’s project */
            ownHeating: boolean;
            owners: components["schemas"]["PremisesOwnerDto"][];
            /** @description Open on the day */
            accounts: components["schemas"]["PremisesAccountDto"][];
        };
        PremisesNamesChangeDto: {
            /** @enum {string} */
            kind: "flat" | "room" | "nonresidential" | "parking" | "common";
            /** @example 15 */
            number: string;
            /**
             * @description The communal flat that a room is in
             * @example 17
             */
            parentId?: string | null;
            /** @example 3 */
            entrance?: number | null;
            /** @example 3 */
            floor?: number | null;
            cadastralNumber?: string | null;
            /** @description Id of the premises in ГИС ЖКХ */
            gisId?: string | null;
            /**
             * @description Why; it stays with the fact
             * @example Заявление собственника
             */
            reason: string;
            /**
             * @description The paper that says so
             * @example 17
             */
            documentId?: string | null;
        };
        PremisesValuesChangeDto: {
            /**
             * @description m²
             * @example 61.3
             */
            area?: string;
            /**
             * @description m²
             * @example 61.3
             */
            livingArea?: string | null;
            /**
             * @description m²
             * @example 61.3
             */
            heatedArea?: string | null;
            /** @example 3 */
            rooms?: number | null;
            /**
             * @description What tariffs and norms look at
             * @example {
             *       "stove": "electric"
             *     }
             */
            traits?: {
                [key: string]: string | number | boolean;
            };
            /** @description Resources for which an act says that no meter can be installed */
            meterImpossible?: string[];
            /** @description A lawful heat source of its own, or no heaters by the house’s project */
            ownHeating?: boolean;
            /**
             * @description Why; it stays with the fact
             * @example Заявление собственника
             */
            reason: string;
            /**
             * @description The paper that says so
             * @example 17
             */
            documentId?: string | null;
            /**
             * Format: date
             * @example 2026-10-31
             */
            from: string;
            /**
             * Format: date
             * @description The first day on which it holds no longer; without: for ever
             * @example 2026-10-31
             */
            to?: string | null;
        };
        OwnerShareDto: {
            /** @example 17 */
            partyId: string;
            /** @example 1/3 */
            share: string;
        };
        OwnersDto: {
            /**
             * @description Why; it stays with the fact
             * @example Заявление собственника
             */
            reason: string;
            /**
             * @description The paper that says so
             * @example 17
             */
            documentId?: string | null;
            /**
             * Format: date
             * @example 2026-10-31
             */
            from: string;
            /** @description All owners from that day on; their shares make a whole */
            owners: components["schemas"]["OwnerShareDto"][];
        };
        OpenAccountDto: {
            /**
             * @description Why; it stays with the fact
             * @example Заявление собственника
             */
            reason: string;
            /**
             * @description The paper that says so
             * @example 17
             */
            documentId?: string | null;
            /**
             * Format: date
             * @example 2026-10-31
             */
            from: string;
            /** @example 17 */
            payerId: string;
            /**
             * @description Without: the next free one
             * @example 1000000321
             */
            number?: string | null;
        };
        AccountShareDto: {
            /** @example 17 */
            accountId: string;
            /** @example 1/3 */
            share: string;
        };
        AccountSharesDto: {
            /**
             * @description Why; it stays with the fact
             * @example Заявление собственника
             */
            reason: string;
            /**
             * @description The paper that says so
             * @example 17
             */
            documentId?: string | null;
            /**
             * Format: date
             * @example 2026-10-31
             */
            from: string;
            /** @description Those that change; with the others they make up a whole */
            shares: components["schemas"]["AccountShareDto"][];
        };
        PriceRangeDto: {
            /**
             * @description Units in a whole month; `null`: all above
             * @example 61.3
             */
            upTo: string | null;
            /**
             * @description Roubles with VAT per unit, by zone of the meter where there are zones
             * @example {
             *       "rate": "36.47"
             *     }
             */
            rates: {
                [key: string]: string;
            };
        };
        RateDraftDto: {
            /** @example 17 */
            id: string;
            /** @enum {string} */
            kind: "tariff" | "norm";
            service: components["schemas"]["ServiceNameDto"];
            /**
             * @description Only premises with all of these; empty: all
             * @example {
             *       "stove": "electric"
             *     }
             */
            appliesTo: {
                [key: string]: string | number | boolean;
            };
            /**
             * Format: date
             * @example 2026-10-31
             */
            from: string;
            /**
             * Format: date
             * @example 2026-10-31
             */
            to: string | null;
            /**
             * @description Roubles with VAT per unit, by zone of the meter where there are zones
             * @example {
             *       "rate": "36.47"
             *     }
             */
            rates: {
                [key: string]: string;
            } | null;
            ranges: components["schemas"]["PriceRangeDto"][] | null;
            /**
             * @description A decimal number
             * @example 61.3
             */
            vatRate: string | null;
            /**
             * @description Of a norm
             * @example 61.3
             */
            value: string | null;
            act: string | null;
            clause: string | null;
            note: string | null;
            /**
             * @description Also the ETag
             * @example 3
             */
            version: number;
            /** @enum {string} */
            state: "draft" | "approved" | "discarded";
            /**
             * Format: date-time
             * @example 2026-10-31T12:00:00.000Z
             */
            createdAt: string;
            createdBy: string | null;
            /**
             * Format: date-time
             * @example 2026-10-31T12:00:00.000Z
             */
            decidedAt: string | null;
            decidedBy: string | null;
        };
        RateDraftListDto: {
            items: components["schemas"]["RateDraftDto"][];
            /** @description The list is whole */
            nextCursor: null;
        };
        NewRateDraftDto: {
            /** @enum {string} */
            kind: "tariff" | "norm";
            /** @example 17 */
            serviceId: string;
            /**
             * @description Only premises with all of these; empty: all
             * @example {
             *       "stove": "electric"
             *     }
             */
            appliesTo?: {
                [key: string]: string | number | boolean;
            };
            /**
             * @description Of a tariff
             * @example {
             *       "rate": "36.47"
             *     }
             */
            rates?: {
                [key: string]: string;
            };
            /**
             * @description Of a norm
             * @example 61.3
             */
            value?: string;
            ranges?: components["schemas"]["PriceRangeDto"][] | null;
            /**
             * @description A decimal number
             * @example 61.3
             */
            vatRate?: string | null;
            /**
             * Format: date
             * @example 2026-10-31
             */
            from: string;
            /**
             * Format: date
             * @example 2026-10-31
             */
            to?: string | null;
            /** @description May be missing until it is approved */
            act?: string | null;
            clause?: string | null;
            note?: string | null;
        };
        SupposedRateDto: {
            /** @enum {string} */
            kind: "tariff" | "norm";
            /** @example 17 */
            serviceId: string;
            /**
             * @description Only premises with all of these; empty: all
             * @example {
             *       "stove": "electric"
             *     }
             */
            appliesTo?: {
                [key: string]: string | number | boolean;
            };
            /**
             * @description Of a tariff
             * @example {
             *       "rate": "36.47"
             *     }
             */
            rates?: {
                [key: string]: string;
            };
            /**
             * @description Of a norm
             * @example 61.3
             */
            value?: string;
        };
        SupposedFactorDto: {
            /** @enum {string} */
            resource: "cold-water" | "hot-water" | "sewage" | "electricity" | "gas" | "heating" | "waste";
            /**
             * @description A decimal number
             * @example 3
             */
            factor: string;
        };
        EffectQuestionDto: {
            /**
             * @description A draft that stands already
             * @example 17
             */
            draftId?: string;
            /** @description A rate that nobody has written down yet */
            rate?: components["schemas"]["SupposedRateDto"];
            /** @description A change of law: the factor where a meter is missing */
            excessFactor?: components["schemas"]["SupposedFactorDto"];
            /**
             * @description Whose facts are charged; without: the last closed month
             * @example 2026-10
             */
            month?: string;
            /** @description Only these houses */
            houseIds?: string[];
        };
        HouseEffectDto: {
            /**
             * @description Roubles
             * @example 1234.50
             */
            before: string;
            /**
             * @description Roubles
             * @example 1234.50
             */
            after: string;
            /**
             * @description Roubles
             * @example 1234.50
             */
            change: string;
            /**
             * @description Per cent; `null` where there was nothing before
             * @example 61.3
             */
            changePercent: string | null;
            /** @example 17 */
            houseId: string;
            address: string;
            /** @example 3 */
            accounts: number;
            /** @example 3 */
            affected: number;
        };
        AccountEffectDto: {
            /**
             * @description Roubles
             * @example 1234.50
             */
            before: string;
            /**
             * @description Roubles
             * @example 1234.50
             */
            after: string;
            /**
             * @description Roubles
             * @example 1234.50
             */
            change: string;
            /**
             * @description Per cent; `null` where there was nothing before
             * @example 61.3
             */
            changePercent: string | null;
            /** @example 17 */
            accountId: string;
            number: string;
            /** @example 17 */
            houseId: string;
            address: string;
        };
        RateEffectDto: {
            /**
             * @description Roubles
             * @example 1234.50
             */
            before: string;
            /**
             * @description Roubles
             * @example 1234.50
             */
            after: string;
            /**
             * @description Roubles
             * @example 1234.50
             */
            change: string;
            /**
             * @description Per cent; `null` where there was nothing before
             * @example 61.3
             */
            changePercent: string | null;
            /** @example 2026-10 */
            month: string;
            /** @example 3 */
            accounts: number;
            /**
             * @description Accounts whose bill changes
             * @example 3
             */
            affected: number;
            /**
             * @description Accounts that can’t be charged; their sums stand nowhere here
             * @example 3
             */
            parked: number;
            /**
             * @description Of the accounts affected
             * @example 1234.50
             */
            medianChange: string | null;
            /**
             * @description Per cent, of the account in the middle
             * @example 61.3
             */
            medianChangePercent: string | null;
            houses: components["schemas"]["HouseEffectDto"][];
            /** @description The twenty that change most */
            top: components["schemas"]["AccountEffectDto"][];
        };
        TariffDto: {
            /**
             * Format: date-time
             * @example 2026-10-31T12:00:00.000Z
             */
            recordedAt: string;
            recordedBy: string | null;
            reason: string;
            /**
             * Format: date-time
             * @description When a correction took its place; `null`: in force
             * @example 2026-10-31T12:00:00.000Z
             */
            supersededAt: string | null;
            /** @example 17 */
            id: string;
            service: components["schemas"]["ServiceNameDto"];
            /**
             * @description Only premises with all of these; empty: all
             * @example {
             *       "stove": "electric"
             *     }
             */
            appliesTo: {
                [key: string]: string | number | boolean;
            };
            /**
             * Format: date
             * @example 2026-10-31
             */
            validFrom: string;
            /**
             * Format: date
             * @description The first day on which it no longer holds
             * @example 2026-10-31
             */
            validTo: string | null;
            /** @description The act or agreement that sets it */
            source: string;
            /** @description Its clause; `null` where it was taken over from other books */
            clause: string | null;
            /**
             * @description Roubles per unit; the first zone of a tariff with zones
             * @example 61.3
             */
            rate: string;
            /**
             * @description Roubles with VAT per unit, by zone of the meter where there are zones
             * @example {
             *       "rate": "36.47"
             *     }
             */
            rates: {
                [key: string]: string;
            };
            ranges: components["schemas"]["PriceRangeDto"][] | null;
            /**
             * @description Per cent of VAT in the price; `null`: without VAT
             * @example 61.3
             */
            vatRate: string | null;
        };
        TariffListDto: {
            items: components["schemas"]["TariffDto"][];
            /** @description The list is whole */
            nextCursor: null;
        };
        NewTariffDto: {
            /**
             * @description Why; it stays with the fact
             * @example Заявление собственника
             */
            reason: string;
            /**
             * @description The paper that says so
             * @example 17
             */
            documentId?: string | null;
            /**
             * Format: date
             * @example 2026-10-31
             */
            from: string;
            /**
             * Format: date
             * @description The first day on which it holds no longer; without: for ever
             * @example 2026-10-31
             */
            to?: string | null;
            /** @example 17 */
            serviceId: string;
            /**
             * @description Only premises with all of these; empty: all
             * @example {
             *       "stove": "electric"
             *     }
             */
            appliesTo?: {
                [key: string]: string | number | boolean;
            };
            /** @example Решение комитета по тарифам № 412 от 18.12.2025 */
            act: string;
            /** @example п. 2, прил. 1 */
            clause: string;
            /** @description Take over days that another version holds, and leave days between versions without one */
            replaces?: boolean;
            /**
             * @description Roubles with VAT per unit, by zone of the meter where there are zones
             * @example {
             *       "rate": "36.47"
             *     }
             */
            rates: {
                [key: string]: string;
            };
            /** @description Two or three, instead of one price */
            ranges?: components["schemas"]["PriceRangeDto"][] | null;
            /**
             * @description Per cent of VAT in the price; `null`: without VAT
             * @example 22
             */
            vatRate?: string | null;
        };
        NormDto: {
            /**
             * Format: date-time
             * @example 2026-10-31T12:00:00.000Z
             */
            recordedAt: string;
            recordedBy: string | null;
            reason: string;
            /**
             * Format: date-time
             * @description When a correction took its place; `null`: in force
             * @example 2026-10-31T12:00:00.000Z
             */
            supersededAt: string | null;
            /** @example 17 */
            id: string;
            service: components["schemas"]["ServiceNameDto"];
            /**
             * @description Only premises with all of these; empty: all
             * @example {
             *       "stove": "electric"
             *     }
             */
            appliesTo: {
                [key: string]: string | number | boolean;
            };
            /**
             * Format: date
             * @example 2026-10-31
             */
            validFrom: string;
            /**
             * Format: date
             * @description The first day on which it no longer holds
             * @example 2026-10-31
             */
            validTo: string | null;
            /** @description The act or agreement that sets it */
            source: string;
            /** @description Its clause; `null` where it was taken over from other books */
            clause: string | null;
            /**
             * @description A decimal number
             * @example 61.3
             */
            value: string;
            /** @example м³ */
            unit: string;
        };
        NormListDto: {
            items: components["schemas"]["NormDto"][];
            /** @description The list is whole */
            nextCursor: null;
        };
        NewNormDto: {
            /**
             * @description Why; it stays with the fact
             * @example Заявление собственника
             */
            reason: string;
            /**
             * @description The paper that says so
             * @example 17
             */
            documentId?: string | null;
            /**
             * Format: date
             * @example 2026-10-31
             */
            from: string;
            /**
             * Format: date
             * @description The first day on which it holds no longer; without: for ever
             * @example 2026-10-31
             */
            to?: string | null;
            /** @example 17 */
            serviceId: string;
            /**
             * @description Only premises with all of these; empty: all
             * @example {
             *       "stove": "electric"
             *     }
             */
            appliesTo?: {
                [key: string]: string | number | boolean;
            };
            /** @example Решение комитета по тарифам № 412 от 18.12.2025 */
            act: string;
            /** @example п. 2, прил. 1 */
            clause: string;
            /** @description Take over days that another version holds, and leave days between versions without one */
            replaces?: boolean;
            /**
             * @description A decimal number
             * @example 61.3
             */
            value: string;
        };
        CoefficientDto: {
            /** @example 17 */
            id: string;
            /** @description `null`: all of the organisation’s */
            house: components["schemas"]["HouseNameDto"] | null;
            /** @example excess-factor.cold-water */
            code: string;
            title: string;
            /**
             * @description A decimal number
             * @example 61.3
             */
            value: string;
            /**
             * Format: date
             * @example 2026-10-31
             */
            validFrom: string;
            /**
             * Format: date
             * @example 2026-10-31
             */
            validTo: string | null;
            act: string;
            clause: string;
            reason: string;
            /**
             * Format: date-time
             * @example 2026-10-31T12:00:00.000Z
             */
            recordedAt: string;
            recordedBy: string | null;
        };
        CoefficientNameDto: {
            /** @example excess-factor.cold-water */
            code: string;
            title: string;
        };
        CoefficientListDto: {
            items: components["schemas"]["CoefficientDto"][];
            /** @description The list is whole */
            nextCursor: null;
            /** @description All that may be given */
            known: components["schemas"]["CoefficientNameDto"][];
        };
        NewCoefficientDto: {
            /**
             * @description Why; it stays with the fact
             * @example Заявление собственника
             */
            reason: string;
            /**
             * @description The paper that says so
             * @example 17
             */
            documentId?: string | null;
            /**
             * Format: date
             * @example 2026-10-31
             */
            from: string;
            /**
             * Format: date
             * @description The first day on which it holds no longer; without: for ever
             * @example 2026-10-31
             */
            to?: string | null;
            /** @example excess-factor.cold-water */
            code: string;
            /**
             * @description One house; without: all of the organisation’s
             * @example 17
             */
            houseId?: string | null;
            /**
             * @description A decimal number
             * @example 1.5
             */
            value: string;
            /** @example Постановление края № 15 от 01.02.2026 */
            act: string;
            /** @example п. 3 */
            clause: string;
        };
        ConsumerGroupDto: {
            /** @example electric-stove */
            code: string;
            title: string;
            /**
             * @description Only premises with all of these; empty: all
             * @example {
             *       "stove": "electric"
             *     }
             */
            appliesTo: {
                [key: string]: string | number | boolean;
            };
        };
        ConsumerGroupListDto: {
            items: components["schemas"]["ConsumerGroupDto"][];
            /** @description The list is whole */
            nextCursor: null;
        };
        DueDto: {
            /**
             * @description Roubles of the last receipt
             * @example 1234.50
             */
            amount: string;
            /**
             * Format: date
             * @description To be paid by
             * @example 2026-10-31
             */
            date: string;
        };
        ResidentAccountDto: {
            /** @example 17 */
            id: string;
            /** @example 1000000001 */
            number: string;
            address: string;
            /**
             * @description Roubles owed; negative: paid ahead
             * @example 1234.50
             */
            balance: string;
            /** @description `null` while there is no receipt */
            due: components["schemas"]["DueDto"] | null;
        };
        ResidentPaymentDto: {
            /** @example 17 */
            id: string;
            /**
             * Format: date
             * @example 2026-10-31
             */
            paidOn: string;
            /** @description By what it was paid */
            channel: string;
            /**
             * @description Roubles
             * @example 1234.50
             */
            amount: string;
            /**
             * @description Of it, given back
             * @example 1234.50
             */
            returned: string;
            /**
             * @description Paid to the channel on top
             * @example 1234.50
             */
            fee: string;
        };
        ResidentPaymentListDto: {
            items: components["schemas"]["ResidentPaymentDto"][];
            /** @description The list is whole */
            nextCursor: null;
        };
        ResidentPaymentCardDto: {
            /** @example 17 */
            id: string;
            /**
             * Format: date
             * @example 2026-10-31
             */
            paidOn: string;
            /** @description By what it was paid */
            channel: string;
            /**
             * @description Roubles
             * @example 1234.50
             */
            amount: string;
            /**
             * @description Of it, given back
             * @example 1234.50
             */
            returned: string;
            /**
             * @description Paid to the channel on top
             * @example 1234.50
             */
            fee: string;
            /**
             * Format: date
             * @description When it came into the books
             * @example 2026-10-31
             */
            bookedOn: string;
            /** @description What it has paid for */
            split: components["schemas"]["PaymentPartDto"][];
            /** @description Who gets it, and how far it has come */
            recipients: components["schemas"]["RecipientPartDto"][];
        };
        /** @enum {string} */
        RunState: "queued" | "calculating" | "review" | "closing" | "closed" | "cancelled" | "failed";
        RunHousesDto: {
            /** @example 3 */
            total: number;
            /**
             * @description Calculated
             * @example 3
             */
            done: number;
            /**
             * @description With something that could not be calculated
             * @example 3
             */
            parked: number;
        };
        PrintedDto: {
            /** @example 3 */
            total: number;
            /** @example 3 */
            done: number;
        };
        RunDto: {
            /** @example 17 */
            id: string;
            /** @example 2026-10 */
            period: string;
            state: components["schemas"]["RunState"];
            /**
             * Format: date-time
             * @example 2026-10-31T12:00:00.000Z
             */
            requestedAt: string;
            /** @description Who asked for it */
            requestedBy: string | null;
            /**
             * Format: date-time
             * @example 2026-10-31T12:00:00.000Z
             */
            startedAt: string | null;
            /**
             * Format: date-time
             * @description When it was closed, or else came to review
             * @example 2026-10-31T12:00:00.000Z
             */
            finishedAt: string | null;
            houses: components["schemas"]["RunHousesDto"];
            /** @example 3 */
            accounts: number;
            /** @example 3 */
            lines: number;
            /**
             * @description Roubles
             * @example 1234.50
             */
            amount: string;
            /** @description `null`: printing was not asked for */
            receipts: components["schemas"]["PrintedDto"] | null;
        };
        RunPageDto: {
            items: components["schemas"]["RunDto"][];
            /** @description `null` on the last page */
            nextCursor: string | null;
        };
        StartRunDto: {
            /** @example 2026-10 */
            period: string;
        };
        RunTotalDto: {
            service: string;
            /** @example м³ */
            unit: string;
            /**
             * @description A decimal number
             * @example 61.3
             */
            volume: string;
            /** @example 3 */
            lines: number;
            /**
             * @description Roubles
             * @example 1234.50
             */
            amount: string;
        };
        ParkedDto: {
            /** @example 17 */
            houseId: string;
            address: string;
            /**
             * @description `null`: the whole house
             * @example 17
             */
            accountId: string | null;
            accountNumber: string | null;
            /** @example no-tariff */
            code: string;
            /** @description Why, and what to mend */
            message: string;
        };
        RunDetailDto: {
            /** @example 17 */
            id: string;
            /** @example 2026-10 */
            period: string;
            state: components["schemas"]["RunState"];
            /**
             * Format: date-time
             * @example 2026-10-31T12:00:00.000Z
             */
            requestedAt: string;
            /** @description Who asked for it */
            requestedBy: string | null;
            /**
             * Format: date-time
             * @example 2026-10-31T12:00:00.000Z
             */
            startedAt: string | null;
            /**
             * Format: date-time
             * @description When it was closed, or else came to review
             * @example 2026-10-31T12:00:00.000Z
             */
            finishedAt: string | null;
            houses: components["schemas"]["RunHousesDto"];
            /** @example 3 */
            accounts: number;
            /** @example 3 */
            lines: number;
            /**
             * @description Roubles
             * @example 1234.50
             */
            amount: string;
            /** @description `null`: printing was not asked for */
            receipts: components["schemas"]["PrintedDto"] | null;
            totals: components["schemas"]["RunTotalDto"][];
            parked: components["schemas"]["ParkedDto"][];
            /** @description Hash of inputs, rule versions and engine; set at review */
            fingerprint: string | null;
            engineVersion: string;
            /** @description Why it failed */
            failure: string | null;
        };
        RunProgressDto: {
            state: components["schemas"]["RunState"];
            /** @enum {string} */
            phase: "calculating" | "closing" | "printing";
            /** @example 3 */
            housesDone: number;
            /** @example 3 */
            housesTotal: number;
            /** @example 3 */
            accountsDone: number;
            /** @example 3 */
            linesDone: number;
            /**
             * @description Roubles
             * @example 1234.50
             */
            amount: string;
            /**
             * @description Accounts; receipts while printing
             * @example 3
             */
            perSecond: number | null;
            /** @example 3 */
            secondsLeft: number | null;
        };
        RunHouseDto: {
            /** @example 17 */
            houseId: string;
            address: string;
            /** @example 3 */
            accounts: number;
            /** @example 3 */
            lines: number;
            /**
             * @description Roubles
             * @example 1234.50
             */
            amount: string;
            /** @example 3 */
            parked: number;
        };
        RunHouseListDto: {
            items: components["schemas"]["RunHouseDto"][];
            /** @description The list is whole */
            nextCursor: null;
        };
        RunReceiptsDto: {
            /** @example 17 */
            houseId: string;
            address: string;
            /**
             * @description Accounts with something to print
             * @example 3
             */
            total: number;
            /**
             * @description Printed
             * @example 3
             */
            done: number;
            /** @description The house’s file can be downloaded */
            fileReady: boolean;
        };
        RunReceiptsListDto: {
            items: components["schemas"]["RunReceiptsDto"][];
            /** @description The list is whole */
            nextCursor: null;
        };
        ServiceDto: {
            /** @example 17 */
            id: string;
            /** @example cold-water */
            code: string;
            /** @example Холодное водоснабжение */
            name: string;
            /** @example м³ */
            unit: string;
            /** @example cold-water */
            resource: string | null;
            /**
             * @description Part of the receipt
             * @example communal
             */
            section: string;
            /**
             * @description Order on the receipt
             * @example 3
             */
            position: number;
            /**
             * @description What the volume is counted by
             * @enum {string}
             */
            base: "area" | "person" | "owner" | "unit" | "flat" | "share" | "percent";
            /**
             * @description Number of a directory of ГИС ЖКХ → code of its record
             * @example {
             *       "1": "4"
             *     }
             */
            gisCodes: {
                [key: string]: string;
            };
            /** @description A payer may decline it, and is then not charged */
            voluntary: boolean;
            /** @description No longer charged */
            archived: boolean;
            /**
             * @description Also the ETag
             * @example 3
             */
            version: number;
        };
        ServiceListDto: {
            items: components["schemas"]["ServiceDto"][];
            /** @description The list is whole */
            nextCursor: null;
        };
        NewServiceDto: {
            /**
             * @description Latin letters, digits and dashes; it never changes
             * @example cold-water
             */
            code: string;
            /** @example Холодное водоснабжение */
            name: string;
            /** @example м³ */
            unit: string;
            /** @enum {string|null} */
            resource?: "cold-water" | "hot-water" | "sewage" | "electricity" | "gas" | "heating" | "waste" | null;
            /**
             * @description Part of the receipt
             * @enum {string}
             */
            section: "housing" | "communal" | "common-property" | "capital-repair" | "agency" | "other";
            /**
             * @description Order on the receipt
             * @example 3
             */
            position: number;
            /**
             * @description What the volume is counted by; without: as the unit says
             * @enum {string}
             */
            base?: "area" | "person" | "owner" | "unit" | "flat" | "share" | "percent";
            /**
             * @description Number of a directory of ГИС ЖКХ → code of its record
             * @example {
             *       "1": "4"
             *     }
             */
            gisCodes?: {
                [key: string]: string;
            };
            /** @description A payer may decline it, and is then not charged */
            voluntary?: boolean;
        };
        ServiceChangeDto: {
            /** @example Холодное водоснабжение */
            name?: string;
            /** @example м³ */
            unit?: string;
            /**
             * @description Part of the receipt
             * @enum {string}
             */
            section?: "housing" | "communal" | "common-property" | "capital-repair" | "agency" | "other";
            /**
             * @description Order on the receipt
             * @example 3
             */
            position?: number;
            /**
             * @description What the volume is counted by; without: as the unit says
             * @enum {string}
             */
            base?: "area" | "person" | "owner" | "unit" | "flat" | "share" | "percent";
            /**
             * @description Number of a directory of ГИС ЖКХ → code of its record
             * @example {
             *       "1": "4"
             *     }
             */
            gisCodes?: {
                [key: string]: string;
            };
            /** @description A payer may decline it, and is then not charged */
            voluntary?: boolean;
        };
        SetupStateDto: {
            /** @description There is no organisation yet */
            empty: boolean;
        };
        RequisitesDto: {
            kind: components["schemas"]["OrganizationKind"];
            /** @example Общество с ограниченной ответственностью «Двор» */
            name: string;
            /** @example ООО «Двор» */
            shortName: string;
            /** @example 7707083893 */
            inn: string;
            /**
             * @description An association or a sole trader may have none
             * @example 770701001
             */
            kpp?: string | null;
            /** @example 1027700132195 */
            ogrn?: string | null;
            /** @example г. Барнаул, пр. Ленина, 1 */
            address: string;
            /** @example Asia/Barnaul */
            timeZone: string;
            phone?: string | null;
            email?: string | null;
        };
        AdministratorDto: {
            /** @example Анна Петровна Серова */
            name: string;
            /** Format: email */
            email: string;
            /** Format: password */
            password: string;
        };
        SetupDto: {
            organization: components["schemas"]["RequisitesDto"];
            administrator: components["schemas"]["AdministratorDto"];
        };
        SetupDoneDto: {
            /** @example 17 */
            organizationId: string;
        };
        CredentialsDto: {
            /**
             * Format: email
             * @example accountant@dvor.demo
             */
            email: string;
            /**
             * Format: password
             * @example dvor-demo
             */
            password: string;
        };
        UserDto: {
            /** @example 17 */
            id: string;
            name: string;
            email: string;
        };
        /** @enum {string} */
        Role: "administrator" | "senior-accountant" | "accountant" | "cashier" | "lawyer" | "chairman" | "operator" | "integrator";
        MembershipDto: {
            /** @example 17 */
            organizationId: string;
            organizationName: string;
            role: components["schemas"]["Role"];
        };
        SignedInDto: {
            /** @enum {string} */
            kind: "staff" | "resident";
            user: components["schemas"]["UserDto"];
            memberships: components["schemas"]["MembershipDto"][];
            /**
             * @description The organisation this session works in
             * @example 17
             */
            organizationId: string | null;
            /** @description What the role allows here */
            permissions: string[];
            /** @description For `Authorization: Bearer` */
            accessToken: string;
            /**
             * @description Seconds
             * @example 600
             */
            expiresIn: number;
        };
        RefreshDto: {
            /**
             * @description Which of a browser’s two sessions: the console’s or the cabinet’s. Default: the last one
             * @enum {string}
             */
            kind?: "staff" | "resident";
            /**
             * @description Moves the session to another organisation of the same person
             * @example 17
             */
            organizationId?: string;
        };
        SignOutDto: {
            /**
             * @description Which of a browser’s two sessions: the console’s or the cabinet’s. Default: the last one
             * @enum {string}
             */
            kind?: "staff" | "resident";
        };
        MeDto: {
            /** @enum {string} */
            kind: "staff" | "resident";
            user: components["schemas"]["UserDto"];
            memberships: components["schemas"]["MembershipDto"][];
            /**
             * @description The organisation this session works in
             * @example 17
             */
            organizationId: string | null;
            /** @description What the role allows here */
            permissions: string[];
        };
        SessionDto: {
            /** Format: uuid */
            id: string;
            /**
             * Format: date-time
             * @example 2026-10-31T12:00:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @example 2026-10-31T12:00:00.000Z
             */
            lastUsedAt: string;
            ip: string | null;
            userAgent: string | null;
            /** @description The session that asks */
            current: boolean;
        };
        SessionListDto: {
            items: components["schemas"]["SessionDto"][];
            /** @description The list is whole */
            nextCursor: null;
        };
        BankDetailsDto: {
            /** @example 40702810902000003824 */
            accountNumber: string;
            /** @example 040173604 */
            bic: string;
            bankName: string;
            correspondentAccount: string | null;
            /**
             * Format: date
             * @example 2026-10-31
             */
            validFrom: string;
            /**
             * Format: date
             * @example 2026-10-31
             */
            validTo: string | null;
        };
        SupplierDto: {
            /** @example 17 */
            id: string;
            name: string;
            inn: string;
            kpp: string | null;
            ogrn: string | null;
            address: string | null;
            phone: string | null;
            /**
             * @description Also the ETag
             * @example 3
             */
            version: number;
            /** @description In force today */
            bankDetails: components["schemas"]["BankDetailsDto"] | null;
            bankName: string | null;
            bik: string | null;
            bankAccount: string | null;
        };
        SupplierListDto: {
            items: components["schemas"]["SupplierDto"][];
            /** @description The list is whole */
            nextCursor: null;
        };
        NewSupplierDto: {
            /** @example МУП «Водоканал» */
            name: string;
            /** @example 7707083893 */
            inn: string;
            kpp?: string | null;
            ogrn?: string | null;
            address?: string | null;
            phone?: string | null;
        };
        SupplierChangeDto: {
            /** @example МУП «Водоканал» */
            name?: string;
            /** @example 7707083893 */
            inn?: string;
            kpp?: string | null;
            ogrn?: string | null;
            address?: string | null;
            phone?: string | null;
        };
        BankDetailsVersionDto: {
            /** @example 40702810902000003824 */
            accountNumber: string;
            /** @example 040173604 */
            bic: string;
            bankName: string;
            correspondentAccount: string | null;
            /**
             * Format: date
             * @example 2026-10-31
             */
            validFrom: string;
            /**
             * Format: date
             * @example 2026-10-31
             */
            validTo: string | null;
            /** @example 17 */
            id: string;
            /**
             * Format: date-time
             * @example 2026-10-31T12:00:00.000Z
             */
            recordedAt: string;
            recordedBy: string | null;
            reason: string;
            /**
             * Format: date-time
             * @description `null`: in force
             * @example 2026-10-31T12:00:00.000Z
             */
            supersededAt: string | null;
        };
        BankDetailsHistoryDto: {
            items: components["schemas"]["BankDetailsVersionDto"][];
            /** @description The list is whole */
            nextCursor: null;
        };
        NewBankChangeDto: {
            /** @example 40702810902000003824 */
            accountNumber: string;
            /** @example 040173604 */
            bic: string;
            bankName: string;
            correspondentAccount?: string | null;
            /**
             * Format: date
             * @description From which day money goes there
             * @example 2026-10-31
             */
            from: string;
            /**
             * Format: date
             * @description The first day on which it goes there no longer
             * @example 2026-10-31
             */
            to?: string | null;
            /** @example Письмо поставщика № 12 от 01.11.2026 */
            reason: string;
        };
        PersonNameDto: {
            /** @example 17 */
            id: string;
            name: string;
        };
        BankChangeDto: {
            /** @example 40702810902000003824 */
            accountNumber: string;
            /** @example 040173604 */
            bic: string;
            bankName: string;
            correspondentAccount: string | null;
            /**
             * Format: date
             * @example 2026-10-31
             */
            validFrom: string;
            /**
             * Format: date
             * @example 2026-10-31
             */
            validTo: string | null;
            /** @example 17 */
            id: string;
            supplier: components["schemas"]["SupplierNameDto"];
            reason: string;
            /** @enum {string} */
            state: "pending" | "confirmed" | "rejected";
            /**
             * Format: date-time
             * @example 2026-10-31T12:00:00.000Z
             */
            askedAt: string;
            askedBy: components["schemas"]["PersonNameDto"];
            /**
             * Format: date-time
             * @example 2026-10-31T12:00:00.000Z
             */
            decidedAt: string | null;
            decidedBy: string | null;
            /** @description Why it was rejected */
            decisionNote: string | null;
            /** @description I asked for it myself */
            own: boolean;
        };
        BankChangeListDto: {
            items: components["schemas"]["BankChangeDto"][];
            /** @description The list is whole */
            nextCursor: null;
        };
        RejectionDto: {
            /** @example Поставщик не подтвердил по телефону */
            reason: string;
        };
        VatExemptionDto: {
            /** @example 17 */
            id: string;
            /**
             * Format: date
             * @example 2026-10-31
             */
            validFrom: string;
            /**
             * Format: date
             * @description The first day on which it pays VAT again
             * @example 2026-10-31
             */
            validTo: string | null;
            /**
             * @description What lets it off
             * @example НК РФ, ст. 145
             */
            basis: string;
            reason: string;
            /**
             * Format: date-time
             * @example 2026-10-31T12:00:00.000Z
             */
            recordedAt: string;
            recordedBy: string | null;
        };
        VatExemptionListDto: {
            items: components["schemas"]["VatExemptionDto"][];
            /** @description The list is whole */
            nextCursor: null;
        };
        NewVatExemptionDto: {
            /**
             * @description Why; it stays with the fact
             * @example Заявление собственника
             */
            reason: string;
            /**
             * @description The paper that says so
             * @example 17
             */
            documentId?: string | null;
            /**
             * Format: date
             * @example 2026-10-31
             */
            from: string;
            /**
             * Format: date
             * @description The first day on which it holds no longer; without: for ever
             * @example 2026-10-31
             */
            to?: string | null;
            /**
             * @description What lets it off
             * @example НК РФ, ст. 145
             */
            basis: string;
        };
        TransferDto: {
            /** @example 17 */
            id: string;
            /** @example 17 */
            recipientId: string;
            recipient: string;
            /** @description The recipient is the organisation itself: no order to the bank is needed */
            toItself: boolean;
            /**
             * Format: date
             * @description The day the money came
             * @example 2026-10-31
             */
            day: string;
            /**
             * @description What came for the recipient, returns taken off
             * @example 1234.50
             */
            received: string;
            /**
             * @description What channels kept of it
             * @example 1234.50
             */
            fee: string;
            /**
             * @description What the days before left below zero
             * @example 1234.50
             */
            carried: string;
            /**
             * @description To be sent: received − fee + carried
             * @example 1234.50
             */
            amount: string;
            /**
             * @description Of the payment order; `null`: nothing to send
             * @example 3
             */
            orderNumber: number | null;
            /**
             * @description `carried`: below zero, taken off the recipient’s next day
             * @enum {string}
             */
            state: "prepared" | "sent" | "carried";
            /**
             * Format: date
             * @example 2026-10-31
             */
            sentOn: string | null;
        };
        TransferTotalsDto: {
            /** @example 3 */
            count: number;
            /**
             * @description Roubles
             * @example 1234.50
             */
            received: string;
            /**
             * @description Roubles
             * @example 1234.50
             */
            fee: string;
            /**
             * @description Prepared, not sent yet
             * @example 1234.50
             */
            waiting: string;
            /**
             * @description Roubles
             * @example 1234.50
             */
            sent: string;
        };
        HeldMoneyDto: {
            /**
             * @description Money without an account: it waits in the inbox
             * @example 1234.50
             */
            unallocated: string;
            /**
             * @description Paid ahead on accounts as a whole, of no recipient yet
             * @example 1234.50
             */
            onAccounts: string;
        };
        TransferListDto: {
            items: components["schemas"]["TransferDto"][];
            /** @description The list is whole */
            nextCursor: null;
            totals: components["schemas"]["TransferTotalsDto"];
            held: components["schemas"]["HeldMoneyDto"];
        };
        PreparedDto: {
            /**
             * @description Transfers that were new
             * @example 3
             */
            prepared: number;
        };
        TransferLineDto: {
            /** @description The channel, or what was done */
            reason: string;
            account: string;
            service: components["schemas"]["NameDto"] | null;
            /** @enum {string} */
            kind: "charge" | "penalty";
            /**
             * @description Roubles
             * @example 1234.50
             */
            amount: string;
        };
        TransferRegistryDto: {
            transfer: components["schemas"]["TransferDto"];
            /** @description They add up to what was received */
            lines: components["schemas"]["TransferLineDto"][];
        };
        WebhookEventDto: {
            /** @example run.closed */
            type: string;
            /** @description In the reader’s language */
            title: string;
            /**
             * @description Events of one object come in order
             * @example run
             */
            objectType: string;
            /** @description JSON Schema of the body */
            schema: Record<string, never>;
        };
        WebhookEventListDto: {
            items: components["schemas"]["WebhookEventDto"][];
            /** @description The list is whole */
            nextCursor: null;
        };
        WebhookDto: {
            /** @example 17 */
            id: string;
            url: string;
            description: string;
            /**
             * @description None: every event
             * @example [
             *       "run.closed"
             *     ]
             */
            eventTypes: string[];
            /** @enum {string} */
            state: "active" | "paused";
            /**
             * @description Ten failures in a row pause it, an answer 410 at once
             * @enum {string|null}
             */
            pauseReason: "by-hand" | "failures" | "gone" | null;
            /**
             * Format: date-time
             * @example 2026-10-31T12:00:00.000Z
             */
            pausedAt: string | null;
            /**
             * @description Attempts that failed one after another
             * @example 3
             */
            failures: number;
            /**
             * Format: date-time
             * @description After a failure: when the next attempt is due
             * @example 2026-10-31T12:00:00.000Z
             */
            retryAt: string | null;
            /**
             * @description Events that stand in line
             * @example 3
             */
            waiting: number;
            /**
             * Format: date-time
             * @description Until when the secret before the rotation signs too
             * @example 2026-10-31T12:00:00.000Z
             */
            formerUntil: string | null;
            /** @example 3 */
            version: number;
            /**
             * Format: date-time
             * @example 2026-10-31T12:00:00.000Z
             */
            createdAt: string;
        };
        WebhookListDto: {
            items: components["schemas"]["WebhookDto"][];
            /** @description The list is whole */
            nextCursor: null;
        };
        WebhookSettingsDto: {
            /**
             * @description Public and over https, but for private networks that the install allows
             * @example https://example.com/dvor
             */
            url: string;
            description?: string;
            /**
             * @description None: every event there is or will be
             * @example [
             *       "run.closed"
             *     ]
             */
            eventTypes?: ("run.ready" | "run.closed" | "run.cancelled" | "receipts.printed" | "supplier.bank-details-changed" | "payment.posted" | "payment.moved" | "payment.refunded")[];
        };
        GivenWebhookDto: {
            endpoint: components["schemas"]["WebhookDto"];
            /**
             * @description What signs, by Standard Webhooks. Told this once
             * @example whsec_…
             */
            secret: string;
        };
        RotateWebhookSecretDto: {
            /**
             * @description For how many hours the secret before signs too
             * @default 24
             * @example 24
             */
            graceHours: number;
        };
        /** @enum {string} */
        WebhookDeliveryState: "waiting" | "delivered" | "given-up";
        WebhookAttemptDto: {
            /**
             * Format: date-time
             * @example 2026-10-31T12:00:00.000Z
             */
            at: string;
            /**
             * @description Milliseconds
             * @example 3
             */
            ms: number;
            status: number | null;
            error: string | null;
            /** @description The first bytes of the answer */
            answer: string | null;
        };
        WebhookDeliveryInFullDto: {
            /** @example 17 */
            id: string;
            /** @description `webhook-id`: the same at every attempt and replay */
            messageId: string;
            /** @example run.closed */
            type: string;
            /** @example run */
            objectType: string;
            /** @example 17 */
            objectId: string;
            /**
             * Format: date-time
             * @example 2026-10-31T12:00:00.000Z
             */
            occurredAt: string;
            state: components["schemas"]["WebhookDeliveryState"];
            /**
             * @description Since the event, or since its last replay
             * @example 3
             */
            attempts: number;
            /**
             * Format: date-time
             * @description When the next attempt is due, while it waits
             * @example 2026-10-31T12:00:00.000Z
             */
            dueAt: string | null;
            /**
             * Format: date-time
             * @example 2026-10-31T12:00:00.000Z
             */
            finishedAt: string | null;
            /** @description HTTP status of the last attempt */
            lastStatus: number | null;
            /** @description Why the last attempt had no answer: timeout, private-address, ECONNREFUSED … */
            lastError: string | null;
            /** @description What is signed and sent */
            body: string;
            /** @description The latest first */
            log: components["schemas"]["WebhookAttemptDto"][];
        };
        WebhookDeliveryDto: {
            /** @example 17 */
            id: string;
            /** @description `webhook-id`: the same at every attempt and replay */
            messageId: string;
            /** @example run.closed */
            type: string;
            /** @example run */
            objectType: string;
            /** @example 17 */
            objectId: string;
            /**
             * Format: date-time
             * @example 2026-10-31T12:00:00.000Z
             */
            occurredAt: string;
            state: components["schemas"]["WebhookDeliveryState"];
            /**
             * @description Since the event, or since its last replay
             * @example 3
             */
            attempts: number;
            /**
             * Format: date-time
             * @description When the next attempt is due, while it waits
             * @example 2026-10-31T12:00:00.000Z
             */
            dueAt: string | null;
            /**
             * Format: date-time
             * @example 2026-10-31T12:00:00.000Z
             */
            finishedAt: string | null;
            /** @description HTTP status of the last attempt */
            lastStatus: number | null;
            /** @description Why the last attempt had no answer: timeout, private-address, ECONNREFUSED … */
            lastError: string | null;
        };
        WebhookDeliveryPageDto: {
            items: components["schemas"]["WebhookDeliveryDto"][];
            /** @description `null` on the last page */
            nextCursor: string | null;
        };
        DeliveryFilterDto: {
            /** @enum {string} */
            state?: "waiting" | "delivered" | "given-up";
            /** @example run.closed */
            type?: string;
            /** @example run */
            objectType?: string;
            /** @example 17 */
            objectId?: string;
            /**
             * Format: date-time
             * @description What happened then or later
             * @example 2026-10-31T12:00:00.000Z
             */
            from?: string;
            /**
             * Format: date-time
             * @description What happened before
             * @example 2026-10-31T12:00:00.000Z
             */
            to?: string;
        };
        ReplayedDto: {
            /**
             * @description How many stand in line again
             * @example 3
             */
            replayed: number;
        };
        FieldProblem: {
            /**
             * @description The field of the request, a path for nested ones
             * @example organization.inn
             */
            field: string;
            /** @example Неверный ИНН */
            message: string;
        };
        Problem: {
            /**
             * Format: uri
             * @example urn:dvor:problem:run.month-closed
             */
            type: string;
            /** @example Сейчас это невозможно */
            title: string;
            /** @example 409 */
            status: number;
            /** @example Месяц октябрь 2026 закрыт. */
            detail: string;
            /** @example run.month-closed */
            code: string;
            /** @description Only when the request is not valid (422) */
            errors?: components["schemas"]["FieldProblem"][];
            /** @description The figures and names the detail is made of */
            details?: Record<string, never>;
            /** @description What to name to support; the same as X-Request-Id */
            traceId: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readTimeline: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimelineDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    closeAccount: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FromDayDto"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reopenAccount: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PayerChangeDto"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changePayer: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PayerChangeDto"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    transferAccount: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TransferAccountDto"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenedAccountDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    splitAccount: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SplitAccountDto"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenedAccountsDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    mergeAccounts: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MergeAccountsDto"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    identifyAccount: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdentifiersDto"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    moveIn: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MoveInDto"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    moveOut: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                partyId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MoveOutDto"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    recordAbsence: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewAbsenceDto"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    withdrawAbsence: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AbsenceDaysDto"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCertificates: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CertificateListDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    issueCertificate: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CertificateRequestDto"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CertificateDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAccountBenefits: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountBenefitListDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    grantBenefit: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewAccountBenefitDto"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endBenefit: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndedBenefitDto"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSubsidies: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubsidyListDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addSubsidy: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewSubsidyDto"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endSubsidy: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndedSubsidyDto"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    checkAccountSubsidy: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubsidyQuestionDto"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubsidyCheckDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDeclines: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeclineListDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    declineService: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewDeclineDto"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    takeDeclineBack: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeclineTakenBackDto"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAccounts: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before */
                cursor?: string;
                limit?: number;
                /** @description Words of the number, the address or the payer’s name, in any order */
                search?: string;
                houseId?: string;
                /** @description Only those that lack an ЕЛС or an ИЖКУ */
                withoutStateIds?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountPageDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readAccount: {
        parameters: {
            query?: {
                /** @description As of this day; without: today */
                on?: string;
                /** @description As it was known at this instant; without: as it is known now */
                known?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountCardDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readAccountLines: {
        parameters: {
            query?: {
                period?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountLinesDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readAccountLedger: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountLedgerDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAccountReceipts: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceiptListDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listApiKeys: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeyPageDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    makeApiKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewApiKeyDto"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GivenApiKeyDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rotateApiKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RotateApiKeyDto"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GivenApiKeyDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeApiKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeyDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listApprovals: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before */
                cursor?: string;
                limit?: number;
                state?: components["schemas"]["ApprovalState"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalPageDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readApproval: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    approve: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecisionDto"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    refuse: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefusalDto"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    withdraw: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecisionDto"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalRuleListDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeRule: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeRuleDto"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedRuleDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listChargeMethods: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChargeMethodListDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAssignments: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before */
                cursor?: string;
                limit?: number;
                houseId?: string;
                serviceId?: string;
                /** @description Only what holds on this day */
                on?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssignmentListDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createAssignments: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssignmentOrderDto"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssignmentPlanDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewAssignments: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssignmentWishDto"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssignmentPlanDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    correctAssignment: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssignmentChangeDto"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endAssignment: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FromDayDto"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAudit: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before */
                cursor?: string;
                limit?: number;
                action?: string;
                objectType?: string;
                objectId?: string;
                userId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditPageDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    verifyAudit: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditVerdictDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listBenefitCategories: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BenefitCategoryListDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createBenefitCategory: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewBenefitCategoryDto"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BenefitCategoryDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setBenefitTerms: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BenefitTermsDto"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BenefitCategoryDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    archiveBenefitCategory: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listExpiringBenefits: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before */
                cursor?: string;
                limit?: number;
                /** @description Days ahead */
                within?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountBenefitListDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listChannels: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChannelListDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    openChannel: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewChannelDto"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listChannelPresets: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChannelPresetListDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readChannel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChannelCardDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    editChannel: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that was read */
                "If-Match": string;
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChannelSettingsDto"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChannelCardDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has been changed since it was read */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setChannelFee: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewChannelFeeDto"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listChannelTrials: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChannelTrialPageDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setChannelState: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChannelStateDto"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listExceptions: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before */
                cursor?: string;
                limit?: number;
                state?: "open" | "resolved";
                kind?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExceptionPageDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resolveException: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResolveDto"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readFinalBalances: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FinalBalancesDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readFinalTable: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    fixFinalAct: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewFinalActDto"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FinalActDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readFixedTable: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                actId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listFormulas: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FormulaListDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createFormula: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewFormulaDto"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FormulaDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readFormula: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FormulaDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    writeFormulaDraft: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that was read */
                "If-Match": string;
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FormulaDraftDto"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FormulaDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has been changed since it was read */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    discardFormulaDraft: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that was read */
                "If-Match": string;
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FormulaDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has been changed since it was read */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    activateFormula: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that was read */
                "If-Match": string;
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FormulaTermDto"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FormulaDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has been changed since it was read */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retireFormula: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that was read */
                "If-Match": string;
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FormulaTermDto"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FormulaDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has been changed since it was read */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    checkFormula: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FormulaCheckDto"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FormulaCheckedDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    tryFormula: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FormulaTrialQuestionDto"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FormulaTrialDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    live: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveDto"];
                };
            };
        };
    };
    ready: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadinessDto"];
                };
            };
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadinessDto"];
                };
            };
        };
    };
    listHouseMeters: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before */
                cursor?: string;
                limit?: number;
                /** @description The first month to show; without: eleven months before the last */
                from?: string;
                /** @description The last month to show; without: the current one */
                to?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HouseMeterListDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addHouseMeter: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewHouseMeterDto"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeHouseMeter: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MeterRemovalDto"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    enterHouseVolumes: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MeterVolumesDto"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listHeatingSeasons: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before */
                cursor?: string;
                limit?: number;
                houseId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HeatingSeasonListDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    declareHeatingSeason: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewHeatingSeasonDto"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    correctHeatingSeason: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HeatingSeasonChangeDto"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    withdrawHeatingSeason: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BasisDto"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPremisesUnits: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PremisesUnitsListDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setPremisesUnits: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UnitsChangeDto"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPremisesMeters: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeterListDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMeterActs: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeterActListDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addMeterAct: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewMeterActDto"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    correctMeterAct: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MeterActChangeDto"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelMeterAct: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MeterActCancellationDto"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listHouses: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before */
                cursor?: string;
                limit?: number;
                /** @description Words of the address */
                search?: string;
                /** @description Only those that lack a ФИАС id */
                withoutStateIds?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HousePageDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addHouse: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewHouseDto"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readHouse: {
        parameters: {
            query?: {
                /** @description As of this day; without: today */
                on?: string;
                /** @description As it was known at this instant; without: as it is known now */
                known?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HouseCardDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    renameHouse: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HouseNamesChangeDto"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPremises: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before */
                cursor?: string;
                limit?: number;
                /** @description As of this day; without: today */
                on?: string;
                /** @description As it was known at this instant; without: as it is known now */
                known?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PremisesListDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addPremises: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPremisesDto"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listHouseServices: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HouseServiceListDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeHouse: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HouseValuesChangeDto"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAgreements: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgreementListDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addAgreement: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewAgreementDto"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endAgreement: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                agreementId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndAgreementDto"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readLawCalendar: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before */
                cursor?: string;
                limit?: number;
                /** @description As of this day; without: today */
                on?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LawCalendarDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSettings: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SettingListDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chooseSetting: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewChoiceDto"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listImports: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before */
                cursor?: string;
                limit?: number;
                kind?: components["schemas"]["ImportKind"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportPageDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    uploadImport: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["UploadImportDto"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportDetailDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readImportTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: "houses" | "premises" | "accounts" | "residents" | "meters" | "opening-balances";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportDetailDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readImportSample: {
        parameters: {
            query?: {
                /** @description From the first line of the file instead of below its headings */
                fromTop?: boolean;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportSampleDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rereadImport: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReadImportDto"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportDetailDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    mapImport: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MapImportDto"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportDetailDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    checkImport: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportDetailDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    applyImport: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportDetailDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    undoImport: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportDetailDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listImportProblems: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before */
                cursor?: string;
                limit?: number;
                severity?: "error" | "warning";
                code?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportProblemPageDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listImportProblemKinds: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportProblemKindListDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readImportBadRows: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    watchImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": components["schemas"]["ImportDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOneOffWorks: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OneOffWorkListDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createOneOffWork: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewOneOffWorkDto"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OneOffWorkDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setOneOffPrice: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OneOffPriceDto"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OneOffWorkDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOneOffs: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OneOffActListDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    enterOneOff: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewOneOffActDto"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OneOffActDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelOneOff: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                act: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BasisDto"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CancelledActDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readOrganization: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganizationDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    editOrganization: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that was read */
                "If-Match": string;
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequisitesChangeDto"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganizationDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has been changed since it was read */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    moveClock: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClockDto"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganizationDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    findParties: {
        parameters: {
            query: {
                /** @description `nextCursor` of the page before */
                cursor?: string;
                limit?: number;
                /** @description Words of the name, or four digits and more of phone, ИНН or СНИЛС */
                search: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartyListDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addParty: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPartyDto"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readParty: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartyCardDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    editParty: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that was read */
                "If-Match": string;
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PartyChangeDto"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartyCardDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has been changed since it was read */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addDocument: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewDocumentDto"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readDocument: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPastChanges: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DirtyMonthsListDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPayments: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before */
                cursor?: string;
                limit?: number;
                channelId?: string;
                accountId?: string;
                houseId?: string;
                /** @description `waiting`: its account is not known yet */
                state?: "posted" | "waiting" | "returned";
                paidFrom?: string;
                /** @description The last day, included */
                paidTo?: string;
                bookedFrom?: string;
                /** @description The last day, included */
                bookedTo?: string;
                /** @description Roubles, no less */
                least?: string;
                /** @description Roubles, no more */
                most?: string;
                /** @description A part of the channel’s number or of the account as it was given */
                search?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentPageDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    enterPayment: {
        parameters: {
            query?: never;
            header: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EnterPaymentDto"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnteredPaymentDto"];
                };
            };
            /** @description The Idempotency-Key is missing */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewPayment: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreviewPaymentDto"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AllocationDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readPayment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentCardDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    suggestAccounts: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuggestionListDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewPutOn: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PutOnPreviewDto"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AllocationDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putPaymentOn: {
        parameters: {
            query?: never;
            header: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PutOnDto"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The Idempotency-Key is missing */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    voidPayment: {
        parameters: {
            query?: never;
            header: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonDto"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The Idempotency-Key is missing */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewRefund: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefundPreviewDto"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TakenBackDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    refundPayment: {
        parameters: {
            query?: never;
            header: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefundDto"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The Idempotency-Key is missing */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readPremises: {
        parameters: {
            query?: {
                /** @description As of this day; without: today */
                on?: string;
                /** @description As it was known at this instant; without: as it is known now */
                known?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PremisesCardDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    renamePremises: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PremisesNamesChangeDto"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readPremisesTimeline: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimelineDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changePremises: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PremisesValuesChangeDto"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setOwners: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OwnersDto"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    openAccount: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenAccountDto"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenedAccountDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    shareAccounts: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountSharesDto"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRateDrafts: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before */
                cursor?: string;
                limit?: number;
                state?: "draft" | "approved" | "discarded";
                serviceId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RateDraftListDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createRateDraft: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewRateDraftDto"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RateDraftDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readRateDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RateDraftDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    editRateDraft: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that was read */
                "If-Match": string;
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewRateDraftDto"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RateDraftDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has been changed since it was read */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    approveRateDraft: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApprovalDto"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RateDraftDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    discardRateDraft: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RateDraftDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewRateEffect: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EffectQuestionDto"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RateEffectDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTariffs: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before */
                cursor?: string;
                limit?: number;
                serviceId?: string;
                /** @description Only what holds on this day */
                on?: string;
                /** @description With what was superseded */
                history?: boolean;
                /** @description As it was known at this instant; without: as it is known now */
                known?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TariffListDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setTariff: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewTariffDto"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    closeTariff: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FromDayDto"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listNorms: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before */
                cursor?: string;
                limit?: number;
                serviceId?: string;
                /** @description Only what holds on this day */
                on?: string;
                /** @description With what was superseded */
                history?: boolean;
                /** @description As it was known at this instant; without: as it is known now */
                known?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NormListDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setNorm: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewNormDto"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    closeNorm: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FromDayDto"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCoefficients: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before */
                cursor?: string;
                limit?: number;
                /** @description Only what holds on this day */
                on?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CoefficientListDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setCoefficient: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewCoefficientDto"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    closeCoefficient: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FromDayDto"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listConsumerGroups: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsumerGroupListDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readReceiptPdf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOwnAccounts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResidentAccountDto"][];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readOwnLines: {
        parameters: {
            query?: {
                period?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountLinesDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readOwnLedger: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountLedgerDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOwnReceipts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceiptListDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOwnPayments: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResidentPaymentListDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readOwnPayment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResidentPaymentCardDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readOwnReceiptPdf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRuns: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunPageDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    startRun: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StartRunDto"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunDetailDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelRun: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retryRun: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    closeRun: {
        parameters: {
            query?: never;
            header: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunDto"];
                };
            };
            /** @description The Idempotency-Key is missing */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    watchRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": components["schemas"]["RunProgressDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRunHouses: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunHouseListDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRunReceipts: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunReceiptsListDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    printReceipts: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readHousePdf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                houseId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listServices: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before */
                cursor?: string;
                limit?: number;
                /** @description A part of the name or of the code */
                search?: string;
                section?: "housing" | "communal" | "common-property" | "capital-repair" | "agency" | "other";
                /** @description Only archived ones, or only those in use; without: all */
                archived?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceListDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createService: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewServiceDto"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readService: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    editService: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that was read */
                "If-Match": string;
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ServiceChangeDto"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has been changed since it was read */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    archiveService: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    unarchiveService: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readSetup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SetupStateDto"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setUp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetupDto"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SetupDoneDto"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CredentialsDto"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedInDto"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    refresh: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefreshDto"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedInDto"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignOutDto"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    me: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionListDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endSession: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    queuePass: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSuppliers: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before */
                cursor?: string;
                limit?: number;
                /** @description A part of the name or of the INN */
                search?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SupplierListDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createSupplier: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewSupplierDto"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SupplierDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readSupplier: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SupplierDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    editSupplier: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that was read */
                "If-Match": string;
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SupplierChangeDto"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SupplierDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has been changed since it was read */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readBankDetails: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BankDetailsHistoryDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    askBankChange: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewBankChangeDto"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BankChangeDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listBankChanges: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before */
                cursor?: string;
                limit?: number;
                state?: "pending" | "confirmed" | "rejected";
                supplierId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BankChangeListDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirmBankChange: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BankChangeDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rejectBankChange: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RejectionDto"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BankChangeDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listVatExemptions: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VatExemptionListDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addVatExemption: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewVatExemptionDto"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    correctVatExemption: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewVatExemptionDto"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    withdrawVatExemption: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BasisDto"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTransfers: {
        parameters: {
            query: {
                /** @description The first day */
                from: string;
                /** @description The last day, that day included */
                to: string;
                recipientId?: string;
                state?: "prepared" | "sent" | "carried";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransferListDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    prepareTransfers: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreparedDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readPaymentOrders: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                day: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readTransfer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransferRegistryDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readTransferCsv: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sendTransfer: {
        parameters: {
            query?: never;
            header: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransferDto"];
                };
            };
            /** @description The Idempotency-Key is missing */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWebhookEvents: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEventListDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWebhooks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookListDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookSettingsDto"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GivenWebhookDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    editWebhook: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that was read */
                "If-Match": string;
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookSettingsDto"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has been changed since it was read */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rotateWebhookSecret: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RotateWebhookSecretDto"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GivenWebhookDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pauseWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resumeWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    tryOutWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDeliveryInFullDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWebhookDeliveries: {
        parameters: {
            query?: {
                state?: "waiting" | "delivered" | "given-up";
                type?: string;
                objectType?: string;
                objectId?: string;
                /** @description What happened then or later */
                from?: string;
                /** @description What happened before */
                to?: string;
                /** @description `nextCursor` of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDeliveryPageDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readWebhookDelivery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                deliveryId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDeliveryInFullDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replayWebhookDelivery: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                deliveryId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDeliveryInFullDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replayWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: the same key and body is done once and answered the same for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeliveryFilterDto"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplayedDto"];
                };
            };
            /** @description Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role or the scopes of the API key do not allow it, or the key comes from a foreign address */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is somebody else’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible as things stand, or the same request is still in progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` names the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` tells when to try again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other refusal or failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
