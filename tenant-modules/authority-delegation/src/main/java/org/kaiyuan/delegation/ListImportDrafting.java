package org.kaiyuan.delegation;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.audit.FieldChange;
import org.kaiyuan.platform.persistence.UuidV7;
import org.kaiyuan.platform.search.names.ChineseText;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Makes what was decided about a file the list's draft: matters, papers and entries, in the transaction of who asks. */
@Component
class ListImportDrafting {
    private static final int AT_ONCE = 500;
    private static final int DIRECT_DAYS = 30;

    private final JdbcTemplate jdbc;
    private final ListDrafting drafting;
    private final SharedMatters shared;
    private final MatterStore matters;
    private final ChangeHistory history;
    private final Clock clock;

    ListImportDrafting(
            JdbcTemplate jdbc,
            ListDrafting drafting,
            SharedMatters shared,
            MatterStore matters,
            ChangeHistory history,
            Clock clock) {
        this.jdbc = jdbc;
        this.drafting = drafting;
        this.shared = shared;
        this.matters = matters;
        this.history = history;
        this.clock = clock;
    }

    /** What was brought. */
    private record Brought(
            ListId list,
            String fileName,
            String state,
            int comparedWith,
            ListImportDefaults defaults) {}

    /** A line that becomes something. */
    private record Decided(
            ListImportLine.Choice choice,
            @Nullable EntryId entry,
            @Nullable MatterId matter,
            @Nullable UUID shared,
            @Nullable MatterDraft said,
            @Nullable EntryNote note) {}

    int draft(UUID id) {
        var brought = brought(id);
        if (brought.state().equals("DRAFTED")) {
            return 0;
        }
        if (brought.state().equals("BROUGHT")) {
            throw new ListImportRefused("notCompared");
        }
        ListDrafting.hold(jdbc, brought.list());
        refuseNewer(brought);
        var decided = decided(id);
        long open =
                decided.stream().filter(one -> one.choice() == ListImportLine.Choice.OPEN).count();
        if (open > 0) {
            throw new ListImportRefused("open", open);
        }
        var resolved = matters(decided);
        var papers = papers(decided);
        var recallOn =
                brought.defaults().recallOn() == null
                        ? LocalDate.now(clock)
                        : brought.defaults().recallOn();
        var changes = new ArrayList<ListDrafting.Change>();
        var current = current(brought.list(), decided);
        for (int i = 0; i < decided.size(); i++) {
            var one = decided.get(i);
            switch (one.choice()) {
                case TAKE ->
                        changes.add(
                                new ListDrafting.Change(
                                        one.entry(),
                                        taken(
                                                Objects.requireNonNull(one.note()),
                                                Objects.requireNonNull(resolved.get(i)),
                                                papers)));
                case TAKE_OUT -> changes.add(new ListDrafting.Change(one.entry(), null));
                case RECALL ->
                        changes.add(
                                new ListDrafting.Change(
                                        null,
                                        recall(
                                                Objects.requireNonNull(one.entry()),
                                                Objects.requireNonNull(current.get(one.entry())),
                                                recallOn)));
                case SKIP, OPEN -> {}
            }
        }
        if (changes.isEmpty()) {
            throw new ListImportRefused("nothing");
        }
        drafting.putAll(brought.list(), changes);
        jdbc.update("update delegation.list_import set state = 'DRAFTED' where id = ?", id);
        history.record(
                ListDrafting.SUBJECT,
                brought.list().value(),
                "imported",
                List.of(
                        new FieldChange("file", null, brought.fileName()),
                        new FieldChange("entries", null, Integer.toString(changes.size()))));
        return changes.size();
    }

    private Brought brought(UUID id) {
        return jdbc
                .query(
                        """
                        select list_id, file_name, state, coalesce(compared_with, 0), defaults from delegation.list_import
                        where id = ? for update\
                        """,
                        (row, n) ->
                                new Brought(
                                        new ListId(row.getObject(1, UUID.class)),
                                        row.getString(2),
                                        row.getString(3),
                                        row.getInt(4),
                                        Wordings.JSON.readValue(
                                                row.getString(5), ListImportDefaults.class)),
                        id)
                .stream()
                .findFirst()
                .orElseThrow(UnknownListImport::new);
    }

    private void refuseNewer(Brought brought) {
        var newest =
                jdbc.queryForObject(
                        "select coalesce(max(number), 0) from delegation.edition where list_id = ?",
                        Integer.class,
                        brought.list().value());
        if (newest == null || newest != brought.comparedWith()) {
            throw new ListImportRefused("newer");
        }
    }

    private List<Decided> decided(UUID id) {
        return jdbc.query(
                """
                select choice, entry_id, matter_id, shared_id, said, note from delegation.list_import_line
                where import_id = ? and choice <> 'SKIP' order by position\
                """,
                (row, n) -> {
                    var entry = row.getObject(2, UUID.class);
                    var matter = row.getObject(3, UUID.class);
                    var said = row.getString(5);
                    return new Decided(
                            ListImportLine.Choice.valueOf(row.getString(1)),
                            entry == null ? null : new EntryId(entry),
                            matter == null ? null : new MatterId(matter),
                            row.getObject(4, UUID.class),
                            said == null ? null : Wordings.JSON.readValue(said, MatterDraft.class),
                            Wordings.note(row.getString(6)));
                },
                id);
    }

    /** The matter of each line, in their order; what the catalogue lacks is added to it, each once. */
    private List<@Nullable MatterId> matters(List<Decided> decided) {
        var wanted =
                decided.stream()
                        .filter(one -> one.choice() == ListImportLine.Choice.TAKE)
                        .filter(one -> one.matter() == null && one.shared() != null)
                        .map(one -> Objects.requireNonNull(one.shared()))
                        .distinct()
                        .toList();
        Map<UUID, MatterId> used = new HashMap<>();
        if (!wanted.isEmpty()) {
            var own = shared.use(wanted);
            for (int i = 0; i < wanted.size(); i++) {
                used.put(wanted.get(i), own.get(i));
            }
        }
        Map<String, MatterStore.Added> fresh = new LinkedHashMap<>();
        var resolved = new ArrayList<@Nullable MatterId>();
        for (var one : decided) {
            if (one.choice() != ListImportLine.Choice.TAKE) {
                resolved.add(one.matter());
            } else if (one.matter() != null) {
                resolved.add(one.matter());
            } else if (one.shared() != null) {
                resolved.add(used.get(one.shared()));
            } else {
                var said = Objects.requireNonNull(one.said());
                var identity = said.code() == null ? ChineseText.key(said.name()) : said.code();
                resolved.add(
                        fresh.computeIfAbsent(
                                        identity,
                                        key -> new MatterStore.Added(MatterId.next(), said))
                                .id());
            }
        }
        matters.add(List.copyOf(fresh.values()));
        return resolved;
    }

    /** The zone's papers by their numbers; those that it lacks are added. */
    private Map<String, UUID> papers(List<Decided> decided) {
        Map<String, EntryNote.Paper> decisions = new LinkedHashMap<>();
        Map<String, EntryNote.Paper> letters = new LinkedHashMap<>();
        for (var one : decided) {
            if (one.choice() == ListImportLine.Choice.TAKE && one.note() != null) {
                var document = one.note().document();
                if (document.id() == null && document.number() != null) {
                    decisions.putIfAbsent(document.number(), document);
                }
                var letter = one.note().letter();
                if (letter.id() == null && letter.number() != null) {
                    letters.putIfAbsent(letter.number(), letter);
                }
            }
        }
        Map<String, UUID> ids = new HashMap<>();
        papers(PaperKind.DECISION, decisions, ids);
        papers(PaperKind.LETTER, letters, ids);
        return ids;
    }

    private void papers(
            PaperKind kind, Map<String, EntryNote.Paper> wanted, Map<String, UUID> ids) {
        if (wanted.isEmpty()) {
            return;
        }
        jdbc.query(
                "select number, id from delegation.paper where kind = ? and number = any (?)",
                row -> {
                    ids.put(kind + row.getString(1), row.getObject(2, UUID.class));
                },
                kind.name(),
                wanted.keySet().toArray(String[]::new));
        var fresh =
                wanted.values().stream()
                        .filter(one -> !ids.containsKey(kind + one.number()))
                        .toList();
        var now = Timestamp.from(clock.instant());
        jdbc.batchUpdate(
                """
                insert into delegation.paper (tenant_id, id, kind, number, issuer, decided_on, direct_days, made_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)\
                """,
                fresh,
                AT_ONCE,
                (line, one) -> {
                    var paper = UuidV7.next();
                    ids.put(kind + one.number(), paper);
                    line.setLong(1, CurrentTenant.get().value());
                    line.setObject(2, paper);
                    line.setString(3, kind.name());
                    line.setString(4, one.number());
                    line.setString(5, one.issuer());
                    line.setObject(6, one.decidedOn());
                    line.setInt(7, DIRECT_DAYS);
                    line.setTimestamp(8, now);
                });
    }

    private static EntryNote taken(EntryNote note, MatterId matter, Map<String, UUID> papers) {
        var document = note.document();
        var letter = note.letter();
        return new EntryNote(
                matter,
                note.act(),
                note.ends(),
                note.originalAuthority(),
                note.receivingBody(),
                note.mode(),
                note.scope(),
                note.days(),
                document.id() != null || document.number() == null
                        ? document
                        : new EntryNote.Paper(
                                papers.get(PaperKind.DECISION + document.number()),
                                document.number(),
                                document.decidedOn(),
                                document.issuer()),
                letter.id() != null || letter.number() == null
                        ? letter
                        : new EntryNote.Paper(
                                papers.get(PaperKind.LETTER + letter.number()),
                                letter.number(),
                                null,
                                null),
                note.particulars(),
                note.remarks());
    }

    /** An entry that ends a grant, as the grant says it. */
    static EntryNote recall(EntryId grant, EntryNote note, LocalDate on) {
        return new EntryNote(
                note.matter(),
                EntryAct.RECALL,
                grant,
                note.originalAuthority(),
                note.receivingBody(),
                note.mode(),
                note.scope(),
                EntryNote.Days.from(on),
                EntryNote.Paper.NONE,
                EntryNote.Paper.NONE,
                EntryNote.Particulars.NONE,
                null);
    }

    private Map<EntryId, EntryNote> current(ListId list, List<Decided> decided) {
        var ids =
                decided.stream()
                        .filter(one -> one.choice() == ListImportLine.Choice.RECALL)
                        .map(one -> Objects.requireNonNull(one.entry()).value())
                        .toArray(UUID[]::new);
        Map<EntryId, EntryNote> current = new HashMap<>();
        jdbc.query(
                "select %s from delegation.wording w where w.list_id = ? and w.to_edition is null and w.entry_id = any (?)"
                        .formatted(Wordings.COLUMNS),
                row -> {
                    var entry = Wordings.entry(row);
                    current.put(entry.id(), entry.note());
                },
                list.value(),
                ids);
        return current;
    }
}
