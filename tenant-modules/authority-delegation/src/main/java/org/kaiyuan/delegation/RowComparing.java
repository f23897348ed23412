package org.kaiyuan.delegation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.delegation.domain.RowReading;

/** The rows of one file beside what the list has: what each of them is to it. For one comparison. */
final class RowComparing {
    private final PowerListKind kind;
    private final Set<Integer> batches;
    private final PresentEntries present;
    private final Set<ListImportField> columns;

    private final Map<MatterId, Integer> often = new HashMap<>();
    private final Set<EntryId> met = new HashSet<>();
    private final Set<String> twice = new HashSet<>();

    /**
     * @param batches numbers of the list's batches
     * @param columns those that the file has
     */
    RowComparing(
            PowerListKind kind,
            Set<Integer> batches,
            PresentEntries present,
            Set<ListImportField> columns) {
        this.kind = kind;
        this.batches = batches;
        this.present = present;
        this.columns = columns;
    }

    /** @param number where a person finds the row in the file */
    record Numbered(long number, RowReading.Row row) {}

    /** A line before it is stored. */
    record Line(
            @Nullable Long row,
            ListImportLine.Kind kind,
            String name,
            @Nullable EntryId entry,
            MatterMatching.Match match,
            @Nullable MatterDraft said,
            @Nullable EntryNote note,
            @Nullable String faultKey,
            List<String> faultValues,
            ListImportLine.Choice choice) {}

    /** In the order of the rows; then, what the list has and the file has not. */
    List<Line> lines(List<Numbered> rows, List<MatterMatching.Match> matches) {
        matches.forEach(one -> {
            if (one.matter() != null) {
                often.merge(one.matter(), 1, Integer::sum);
            }
        });
        var lines = new ArrayList<Line>();
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            var match = matches.get(i);
            var line = line(row, match);
            lines.add(
                    RowRules.refusing(kind, line.said(), line.note(), batches)
                            .map(fault -> faulty(row, match, fault.key(), fault.values()))
                            .orElse(line));
        }
        present.standing().stream()
                .filter(one -> !met.contains(one.id()))
                .forEach(one -> lines.add(gone(one)));
        return lines;
    }

    private Line line(Numbered numbered, MatterMatching.Match match) {
        var row = numbered.row();
        var said = row.said();
        var name = row.matter().name();
        if (said == null) {
            return faulty(
                    numbered, match, Objects.requireNonNull(row.faultKey()), row.faultValues());
        }
        if (columns.contains(ListImportField.ACT)) { // the list as it was exported
            var past = present.past(match.orPlaceholder(), said);
            if (past.isPresent()) {
                return past(numbered, match, past.get());
            }
            if (said.act() != EntryAct.GRANT) {
                return faulty(numbered, match, "delegation.import.fault.ending", List.of());
            }
        }
        var key =
                match.key()
                        + "\u001f"
                        + said.receivingBody()
                        + "\u001f"
                        + said.scope().subPark()
                        + "\u001f"
                        + said.scope().category()
                        + "\u001f"
                        + said.document().number();
        if (!twice.add(key)) {
            return faulty(numbered, match, "delegation.import.fault.twice", List.of());
        }
        if (match.isUnclear()) {
            return new Line(
                    numbered.number(),
                    ListImportLine.Kind.UNCLEAR,
                    name,
                    null,
                    match,
                    row.matter(),
                    note(match.orPlaceholder(), said),
                    null,
                    List.of(),
                    ListImportLine.Choice.OPEN);
        }
        var matter = match.orPlaceholder();
        var now = standing(matter, said);
        if (now == null) {
            return new Line(
                    numbered.number(),
                    ListImportLine.Kind.NEW,
                    name,
                    null,
                    match,
                    row.matter(),
                    note(matter, said),
                    null,
                    List.of(),
                    ListImportLine.Choice.TAKE);
        }
        met.add(now.id());
        var next = SilentColumns.keep(now.note(), note(matter, said), columns);
        boolean same = next.equals(now.note());
        return new Line(
                numbered.number(),
                same ? ListImportLine.Kind.SAME : ListImportLine.Kind.CHANGED,
                name,
                now.id(),
                match,
                row.matter(),
                next,
                null,
                List.of(),
                same ? ListImportLine.Choice.SKIP : ListImportLine.Choice.TAKE);
    }

    /** The grant that a row speaks of: with the same body and scope, else the only one of its matter. */
    private @Nullable WrittenEntry standing(MatterId matter, RowReading.Said said) {
        var candidates = present.standing(matter);
        var free = candidates.stream().filter(one -> !met.contains(one.id())).toList();
        for (var one : free) {
            if (one.note().receivingBody().equals(said.receivingBody())
                    && Objects.equals(one.note().subPark(), said.scope().subPark())
                    && Objects.equals(one.note().category(), said.scope().category())) {
                return one;
            }
        }
        return candidates.size() == 1 && often.getOrDefault(matter, 1) == 1 && !free.isEmpty()
                ? free.getFirst()
                : null;
    }

    /** The row says what the list has said and has ended, or how. */
    private static Line past(Numbered row, MatterMatching.Match match, WrittenEntry one) {
        return new Line(
                row.number(),
                ListImportLine.Kind.SAME,
                row.row().matter().name(),
                one.id(),
                match,
                null,
                one.note(),
                null,
                List.of(),
                ListImportLine.Choice.SKIP);
    }

    private static Line faulty(
            Numbered row, MatterMatching.Match match, String key, List<String> values) {
        return new Line(
                row.number(),
                ListImportLine.Kind.FAULTY,
                row.row().matter().name(),
                null,
                match,
                null,
                null,
                key,
                values,
                ListImportLine.Choice.SKIP);
    }

    private static Line gone(WrittenEntry one) {
        return new Line(
                null,
                ListImportLine.Kind.GONE,
                "",
                one.id(),
                MatterMatching.Match.of(one.note().matter()),
                null,
                null,
                null,
                List.of(),
                ListImportLine.Choice.SKIP);
    }

    private static EntryNote note(MatterId matter, RowReading.Said said) {
        return new EntryNote(
                matter,
                EntryAct.GRANT,
                null,
                said.originalAuthority(),
                said.receivingBody(),
                said.mode(),
                said.scope(),
                said.days(),
                said.document(),
                said.letter(),
                said.particulars(),
                said.remarks());
    }
}
