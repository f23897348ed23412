package org.kaiyuan.delegation;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.delegation.domain.RowReading;
import org.kaiyuan.platform.search.names.ChineseText;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What each row of a file is to the edition that counts. Whoever asks has asked for permission. */
@Component
class ListComparing {
    private static final int AT_ONCE = 500;

    private final JdbcTemplate jdbc;
    private final MatterMatching matching;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ListComparing(
            JdbcTemplate jdbc,
            MatterMatching matching,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.matching = matching;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** What is looked at. */
    private record Subject(ListId list, PowerListKind kind, int edition, Set<Integer> batches) {}

    void compare(UUID id, List<@Nullable ListImportField> fields, ListImportDefaults defaults) {
        var subject = Objects.requireNonNull(transaction.execute(open -> subject(id)));
        var today = LocalDate.now(clock);
        var rows =
                Objects.requireNonNull(
                        transaction.execute(
                                open -> rows(id, subject.kind(), fields, defaults, today)));
        var matches = matching.match(rows.stream().map(one -> one.row().matter()).toList());
        transaction.executeWithoutResult(open -> {
            ListDrafting.hold(jdbc, subject.list());
            var now = subject(id);
            var columns = EnumSet.noneOf(ListImportField.class);
            fields.stream().filter(Objects::nonNull).forEach(columns::add);
            store(
                    id,
                    new RowComparing(now.kind(), now.batches(), present(now.list()), columns)
                            .lines(rows, matches));
            jdbc.update(
                    """
                    update delegation.list_import set state = 'COMPARED', compared_with = ?, compared_at = ?
                    where id = ? and state <> 'DRAFTED'\
                    """,
                    now.edition(),
                    Timestamp.from(clock.instant()),
                    id);
        });
    }

    private List<RowComparing.Numbered> rows(
            UUID id,
            PowerListKind kind,
            List<@Nullable ListImportField> fields,
            ListImportDefaults defaults,
            LocalDate today) {
        return jdbc.query(
                "select number, cells from delegation.list_import_row where import_id = ? order by number",
                (row, n) ->
                        new RowComparing.Numbered(
                                row.getLong(1),
                                RowReading.read(
                                        kind,
                                        fields,
                                        List.of((String[]) row.getArray(2).getArray()),
                                        defaults,
                                        today)),
                id);
    }

    private PresentEntries present(ListId list) {
        return new PresentEntries(
                jdbc.query(
                        """
                        select %s from delegation.wording w
                        where w.list_id = ? and w.to_edition is null order by w.entry_id\
                        """
                                .formatted(Wordings.COLUMNS),
                        (row, n) -> Wordings.entry(row),
                        list.value()));
    }

    private void store(UUID id, List<RowComparing.Line> lines) {
        jdbc.update("delete from delegation.list_import_line where import_id = ?", id);
        var position = new int[1];
        jdbc.batchUpdate(
                """
                insert into delegation.list_import_line (tenant_id, import_id, position, row_number, kind, name, entry_id,
                    matter_id, shared_id, said, note, candidates, fault_key, fault_values, choice)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?, ?)\
                """,
                lines,
                AT_ONCE,
                (line, one) -> {
                    var match = one.match();
                    line.setLong(1, CurrentTenant.get().value());
                    line.setObject(2, id);
                    line.setInt(3, ++position[0]);
                    line.setObject(4, one.row());
                    line.setString(5, one.kind().name());
                    line.setString(6, ChineseText.cut(one.name(), 300));
                    line.setObject(7, one.entry() == null ? null : one.entry().value());
                    line.setObject(8, match.matter() == null ? null : match.matter().value());
                    line.setObject(9, match.shared());
                    line.setString(
                            10,
                            one.said() == null
                                    ? null
                                    : Wordings.JSON.writeValueAsString(one.said()));
                    line.setString(11, one.note() == null ? null : Wordings.written(one.note()));
                    line.setArray(
                            12,
                            line.getConnection()
                                    .createArrayOf(
                                            "uuid",
                                            match.candidates().stream()
                                                    .map(MatterId::value)
                                                    .toArray()));
                    line.setString(13, one.faultKey());
                    line.setArray(
                            14,
                            line.getConnection()
                                    .createArrayOf("text", one.faultValues().toArray()));
                    line.setString(15, one.choice().name());
                });
    }

    void decide(UUID id, int position, ListImportLine.Choice choice, @Nullable MatterId matter) {
        refuseDrafted(id);
        var kinds =
                jdbc.queryForList(
                        "select kind from delegation.list_import_line where import_id = ? and position = ?",
                        String.class,
                        id,
                        position);
        if (kinds.isEmpty()) {
            throw new UnknownListImport();
        }
        var kind = ListImportLine.Kind.valueOf(String.valueOf(kinds.getFirst()));
        refuse(kind, choice);
        if (matter != null
                && jdbc.queryForList("select 1 from delegation.matter where id = ?", matter.value())
                        .isEmpty()) {
            throw new UnknownMatter();
        }
        jdbc.update(
                """
                update delegation.list_import_line set choice = ?,
                    matter_id = case when kind = 'UNCLEAR' then ? else matter_id end
                where import_id = ? and position = ?\
                """,
                choice.name(),
                matter == null ? null : matter.value(),
                id,
                position);
    }

    void decideAll(UUID id, ListImportLine.Kind kind, ListImportLine.Choice choice) {
        refuseDrafted(id);
        refuse(kind, choice);
        jdbc.update(
                """
                update delegation.list_import_line set choice = ?, matter_id = case when kind = 'UNCLEAR' then null else matter_id end
                where import_id = ? and kind = ?\
                """,
                choice.name(),
                id,
                kind.name());
    }

    private static void refuse(ListImportLine.Kind kind, ListImportLine.Choice choice) {
        boolean fits =
                switch (choice) {
                    case SKIP -> true;
                    case TAKE ->
                            kind == ListImportLine.Kind.NEW
                                    || kind == ListImportLine.Kind.CHANGED
                                    || kind == ListImportLine.Kind.UNCLEAR;
                    case OPEN -> kind == ListImportLine.Kind.UNCLEAR;
                    case RECALL, TAKE_OUT -> kind == ListImportLine.Kind.GONE;
                };
        if (!fits) {
            throw new ListImportRefused("choice", kind, choice);
        }
    }

    private void refuseDrafted(UUID id) {
        var states =
                jdbc.queryForList(
                        "select state from delegation.list_import where id = ? for update",
                        String.class,
                        id);
        if (states.isEmpty()) {
            throw new UnknownListImport();
        }
        if ("DRAFTED".equals(states.getFirst())) {
            throw new ListImportRefused("drafted");
        }
    }

    private Subject subject(UUID id) {
        return jdbc
                .query(
                        """
                        select i.list_id, l.kind, coalesce((select max(e.number) from delegation.edition e
                            where e.tenant_id = i.tenant_id and e.list_id = i.list_id), 0),
                            array(select b.number from delegation.batch b
                                where b.tenant_id = i.tenant_id and b.list_id = i.list_id)
                        from delegation.list_import i
                        join delegation.list l on l.tenant_id = i.tenant_id and l.id = i.list_id where i.id = ?\
                        """,
                        (row, n) ->
                                new Subject(
                                        new ListId(row.getObject(1, UUID.class)),
                                        PowerListKind.valueOf(row.getString(2)),
                                        row.getInt(3),
                                        Set.of((Integer[]) row.getArray(4).getArray())),
                        id)
                .stream()
                .findFirst()
                .orElseThrow(UnknownListImport::new);
    }
}
