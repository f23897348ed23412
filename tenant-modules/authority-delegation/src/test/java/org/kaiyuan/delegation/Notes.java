package org.kaiyuan.delegation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Entries for tests; what a test is about it says itself. */
final class Notes {
    static final String AUTHORITY = "市发展和改革委员会";

    /** The decision that all of them rest on. */
    static final EntryNote.Paper DECISION =
            new EntryNote.Paper(null, "德府发〔2026〕1号", LocalDate.of(2026, 3, 2), "德阳市人民政府");

    private Notes() {}

    static EntryNote grant(MatterId matter, String body, LocalDate from) {
        return grant(matter, body, from, null, EntryNote.Scope.ALL);
    }

    static EntryNote grant(
            MatterId matter,
            String body,
            LocalDate from,
            @Nullable LocalDate to,
            EntryNote.Scope scope) {
        return new EntryNote(
                matter,
                EntryAct.GRANT,
                null,
                AUTHORITY,
                body,
                DelegationMode.DIRECT,
                scope,
                new EntryNote.Days(from, null, to),
                DECISION,
                EntryNote.Paper.NONE,
                EntryNote.Particulars.NONE,
                null);
    }

    static EntryNote resting(EntryNote note, EntryNote.Paper document, EntryNote.Paper letter) {
        return note.resting(document, letter);
    }

    /** An entry that ends a grant. */
    static EntryNote end(EntryAct act, EntryId grant, EntryNote of, LocalDate on) {
        return new EntryNote(
                of.matter(),
                act,
                grant,
                of.originalAuthority(),
                of.receivingBody(),
                of.mode(),
                of.scope(),
                EntryNote.Days.from(on),
                DECISION,
                EntryNote.Paper.NONE,
                EntryNote.Particulars.NONE,
                null);
    }

    static EntryNote remarked(EntryNote of, String remarks) {
        return new EntryNote(
                of.matter(),
                of.act(),
                of.ends(),
                of.originalAuthority(),
                of.receivingBody(),
                of.mode(),
                of.scope(),
                of.days(),
                of.document(),
                of.letter(),
                of.particulars(),
                remarks);
    }
}
