package org.kaiyuan.delegation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What became of an entry between two editions.
 *
 * @param before null where it is new
 * @param after null where it is gone
 */
public record EntryDifference(
        EntryId id, String matterName, @Nullable EntryNote before, @Nullable EntryNote after) {
    /** What kind of difference it is. */
    public enum Kind {
        NEW,
        CHANGED,
        GONE
    }

    /** A field that says something else. */
    public record Field(String name, @Nullable Object before, @Nullable Object after) {}

    /** One entry in two editions; one of them may lack it. */
    record Sides(@Nullable EntryRow before, @Nullable EntryRow after) {
        EntryId id() {
            return named().id();
        }

        EntryRow named() {
            return Objects.requireNonNull(after == null ? before : after);
        }

        Sides and(Sides other) {
            return new Sides(
                    before == null ? other.before : before, after == null ? other.after : after);
        }
    }

    static EntryDifference of(Sides sides) {
        var before = sides.before();
        var after = sides.after();
        return new EntryDifference(
                sides.id(),
                sides.named().matterName(),
                before == null ? null : before.note(),
                after == null ? null : after.note());
    }

    public Kind kind() {
        return before == null ? Kind.NEW : after == null ? Kind.GONE : Kind.CHANGED;
    }

    /** The fields that differ, by the names that the API gives them; of a new or gone entry those that it has. */
    public List<Field> fields() {
        var fields = new ArrayList<Field>();
        add(fields, "act", EntryNote::act);
        add(fields, "originalAuthority", EntryNote::originalAuthority);
        add(fields, "receivingBody", EntryNote::receivingBody);
        add(fields, "mode", EntryNote::mode);
        add(fields, "subPark", EntryNote::subPark);
        add(fields, "category", EntryNote::category);
        add(fields, "mostYuan", note -> note.scope().mostYuan());
        add(fields, "conditions", note -> note.scope().conditions());
        add(fields, "effectiveOn", EntryNote::effectiveOn);
        add(fields, "handoverOn", EntryNote::handoverOn);
        add(fields, "expiresOn", EntryNote::expiresOn);
        add(fields, "document", note -> note.document().number());
        add(fields, "decidedOn", note -> note.document().decidedOn());
        add(fields, "issuer", note -> note.document().issuer());
        add(fields, "letter", note -> note.letter().number());
        add(fields, "area", note -> note.particulars().area());
        add(fields, "batch", note -> note.particulars().batch());
        add(fields, "duties", note -> none(note.particulars().duties()));
        add(fields, "shares", note -> none(note.particulars().shares()));
        add(fields, "remarks", EntryNote::remarks);
        return fields;
    }

    private static @Nullable Object none(List<?> list) {
        return list.isEmpty() ? null : list;
    }

    private void add(List<Field> fields, String name, Function<EntryNote, @Nullable Object> read) {
        var earlier = before == null ? null : read.apply(before);
        var later = after == null ? null : read.apply(after);
        if (!Objects.equals(earlier, later)) {
            fields.add(new Field(name, earlier, later));
        }
    }
}
