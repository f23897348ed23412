package org.kaiyuan.delegation;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** How wordings of entries are stored. */
final class Wordings {
    /** What {@link #entry} reads, of {@code delegation.wording w}. */
    static final String COLUMNS =
            """
            w.entry_id, w.matter_id, w.act, w.ends, w.original_authority, w.receiving_body, w.mode, w.sub_park, w.category,
            w.most_yuan, w.conditions, w.effective_on, w.handover_on, w.expires_on, w.paper_id, w.document_number,
            w.decided_on, w.issuer, w.letter_id, w.letter, w.area, w.batch, w.duties, w.shares, w.remarks\
            """;

    /** Which kinds of lists say who decides. */
    static final String HOLD_POWERS = "('POWERS', 'EMPOWERMENT', 'ENTRUSTMENT')";

    static final JsonMapper JSON = JsonMapper.builder().build();

    private static final TypeReference<List<Duty>> DUTIES = new TypeReference<>() {};
    private static final TypeReference<List<BoundaryShare>> SHARES = new TypeReference<>() {};
    private static final int AT_ONCE = 500;

    private Wordings() {}

    static WrittenEntry entry(ResultSet row) throws SQLException {
        var ends = row.getObject(4, UUID.class);
        var area = row.getString(21);
        int batch = row.getInt(22);
        boolean inBatch = !row.wasNull();
        return new WrittenEntry(
                new EntryId(row.getObject(1, UUID.class)),
                new EntryNote(
                        new MatterId(row.getObject(2, UUID.class)),
                        EntryAct.valueOf(row.getString(3)),
                        ends == null ? null : new EntryId(ends),
                        row.getString(5),
                        row.getString(6),
                        DelegationMode.valueOf(row.getString(7)),
                        new EntryNote.Scope(
                                row.getString(8),
                                row.getString(9),
                                row.getBigDecimal(10),
                                row.getString(11)),
                        new EntryNote.Days(
                                row.getObject(12, LocalDate.class),
                                row.getObject(13, LocalDate.class),
                                row.getObject(14, LocalDate.class)),
                        new EntryNote.Paper(
                                row.getObject(15, UUID.class),
                                row.getString(16),
                                row.getObject(17, LocalDate.class),
                                row.getString(18)),
                        new EntryNote.Paper(
                                row.getObject(19, UUID.class), row.getString(20), null, null),
                        new EntryNote.Particulars(
                                area == null ? null : EmpowermentArea.valueOf(area),
                                inBatch ? batch : null,
                                read(row.getString(23), DUTIES),
                                read(row.getString(24), SHARES)),
                        row.getString(25)));
    }

    /** What most entries do not have is not parsed. */
    private static <T> List<T> read(String json, TypeReference<List<T>> type) {
        return json.equals("[]") ? List.of() : JSON.readValue(json, type);
    }

    static @Nullable EntryNote note(@Nullable String json) {
        return json == null ? null : JSON.readValue(json, EntryNote.class);
    }

    static String written(EntryNote note) {
        return JSON.writeValueAsString(note);
    }

    /** In batches. */
    static void write(JdbcTemplate jdbc, ListId list, int edition, List<WrittenEntry> entries) {
        jdbc.batchUpdate(
                """
                insert into delegation.wording
                    (tenant_id, list_id, from_edition, entry_id, matter_id, act, ends, original_authority, receiving_body, mode,
                     sub_park, category, most_yuan, conditions, effective_on, handover_on, expires_on, paper_id,
                     document_number, decided_on, issuer, letter_id, letter, area, batch, duties, shares, remarks)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?)\
                """,
                entries,
                AT_ONCE,
                (line, one) -> {
                    var n = one.note();
                    var more = n.particulars();
                    line.setLong(1, CurrentTenant.get().value());
                    line.setObject(2, list.value());
                    line.setInt(3, edition);
                    line.setObject(4, one.id().value());
                    line.setObject(5, n.matter().value());
                    line.setString(6, n.act().name());
                    line.setObject(7, n.ends() == null ? null : n.ends().value());
                    line.setString(8, n.originalAuthority());
                    line.setString(9, n.receivingBody());
                    line.setString(10, n.mode().name());
                    line.setString(11, n.subPark());
                    line.setString(12, n.category());
                    line.setBigDecimal(13, n.scope().mostYuan());
                    line.setString(14, n.scope().conditions());
                    line.setDate(15, Date.valueOf(n.effectiveOn()));
                    line.setObject(16, n.handoverOn());
                    line.setObject(17, n.expiresOn());
                    line.setObject(18, n.document().id());
                    line.setString(19, n.document().number());
                    line.setObject(20, n.document().decidedOn());
                    line.setString(21, n.document().issuer());
                    line.setObject(22, n.letter().id());
                    line.setString(23, n.letter().number());
                    line.setString(24, more.area() == null ? null : more.area().name());
                    line.setObject(25, more.batch(), Types.INTEGER);
                    line.setString(
                            26,
                            more.duties().isEmpty()
                                    ? "[]"
                                    : JSON.writeValueAsString(more.duties()));
                    line.setString(
                            27,
                            more.shares().isEmpty()
                                    ? "[]"
                                    : JSON.writeValueAsString(more.shares()));
                    line.setString(28, n.remarks());
                });
    }
}
