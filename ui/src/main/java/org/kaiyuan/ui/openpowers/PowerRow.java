package org.kaiyuan.ui.openpowers;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.delegation.EntryAct;
import org.kaiyuan.delegation.PowerState;
import org.kaiyuan.delegation.ShownEntry;

/**
 * A power in a list, in words.
 *
 * @param state where it is not simply in force; with {@code stateClass}
 * @param about what else helps to tell it from another
 */
record PowerRow(
        String name,
        @Nullable String code,
        String href,
        String kind,
        String body,
        String authority,
        String mode,
        String since,
        @Nullable String state,
        String stateClass,
        List<String> about) {

    /** As it is today. */
    static PowerRow now(Visit visit, ShownEntry entry) {
        var state = entry.on(visit.today());
        return of(
                visit,
                entry,
                visit.address().power(entry.id()),
                state == PowerState.IN_FORCE ? null : visit.words().called(state),
                state.name());
    }

    /** As a version has it, whatever came later. */
    static PowerRow then(Visit visit, ShownEntry entry, int edition) {
        var w = visit.words();
        var act = entry.note().act();
        String state = null;
        if (act != EntryAct.GRANT) {
            state = w.called(act);
        } else if (entry.ended() != null) {
            state =
                    w.of(
                            entry.ended().act() == EntryAct.RECALL ? "recalled.on" : "expired.on",
                            w.date(entry.ended().on()));
        }
        return of(
                visit,
                entry,
                visit.address().power(entry.id(), edition),
                state,
                state == null ? "" : "RECALLED");
    }

    private static PowerRow of(
            Visit visit, ShownEntry entry, String href, @Nullable String state, String stateClass) {
        var w = visit.words();
        var note = entry.note();
        var about = new ArrayList<String>();
        if (entry.matter().field() != null) {
            about.add(entry.matter().field());
        }
        if (note.subPark() != null) {
            about.add(note.subPark());
        }
        if (note.category() != null) {
            about.add(note.category());
        }
        return new PowerRow(
                entry.matter().name(),
                entry.matter().code(),
                href,
                w.called(entry.matter().kind()),
                note.receivingBody(),
                note.originalAuthority(),
                w.called(note.mode()),
                w.date(note.effectiveOn()),
                state,
                stateClass,
                about);
    }
}
