package org.kaiyuan.delegation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a row of the file, or an entry that the file does not have, is to the list.
 *
 * @param position counts the lines from 1
 * @param row where a person finds it in the file; null for an entry that the file does not have
 * @param name of the matter, as the file has it
 * @param now what the list says; null where it has no such entry
 * @param next what it would say; null for one that is gone, unclear or faulty
 * @param candidates matters that it may be, the likeliest first
 * @param faultKey why it cannot be taken, a message key; null where it can
 */
public record ListImportLine(
        int position,
        @Nullable Long row,
        Kind kind,
        String name,
        @Nullable EntryNote now,
        @Nullable EntryNote next,
        List<Candidate> candidates,
        @Nullable String faultKey,
        List<String> faultValues,
        Choice choice) {
    /** What it is. */
    public enum Kind {
        NEW,
        CHANGED,
        SAME,
        GONE,
        UNCLEAR,
        FAULTY
    }

    /** What becomes of it. */
    public enum Choice {
        /** It goes into the draft. */
        TAKE,
        /** The list stays as it is. */
        SKIP,
        /** Somebody has to say which matter it is. */
        OPEN,
        /** An entry that the file does not have is recalled by an entry of its own. */
        RECALL,
        /** An entry that the file does not have was a mistake, and is taken out. */
        TAKE_OUT
    }

    /** A matter that it may be. */
    public record Candidate(MatterId id, @Nullable String code, String name) {}

    public ListImportLine {
        candidates = List.copyOf(candidates);
        faultValues = List.copyOf(faultValues);
    }
}
