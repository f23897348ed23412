package org.kaiyuan.delegation;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.springframework.jdbc.core.JdbcTemplate;

/** How wordings of entries are stored. */
final class Wordings {
    /** What {@link #entry} reads, of {@code delegation.wording w}. */
    static final String COLUMNS =
            """
            w.entry_id, w.matter_id, w.act, w.ends, w.original_authority, w.receiving_body, w.mode, w.sub_park, w.category,
            w.most_yuan, w.conditions, w.effective_on, w.handover_on, w.expires_on, w.document_number, w.decided_on, w.issuer,
            w.letter, w.remarks\
            """;

    private static final int AT_ONCE = 500;

    private Wordings() {}

    static WrittenEntry entry(ResultSet row) throws SQLException {
        var ends = row.getObject(4, UUID.class);
        return new WrittenEntry(
                new EntryId(row.getObject(1, UUID.class)),
                new EntryNote(
                        new MatterId(row.getObject(2, UUID.class)),
                        EntryAct.valueOf(row.getString(3)),
                        ends == null ? null : new EntryId(ends),
                        row.getString(5),
                        row.getString(6),
                        DelegationMode.valueOf(row.getString(7)),
                        row.getString(8),
                        row.getString(9),
                        row.getBigDecimal(10),
                        row.getString(11),
                        row.getObject(12, LocalDate.class),
                        row.getObject(13, LocalDate.class),
                        row.getObject(14, LocalDate.class),
                        new EntryNote.DecisionDocument(
                                row.getString(15),
                                row.getObject(16, LocalDate.class),
                                row.getString(17)),
                        row.getString(18),
                        row.getString(19)));
    }

    /** In batches. */
    static void write(JdbcTemplate jdbc, ListId list, int edition, List<WrittenEntry> entries) {
        jdbc.batchUpdate(
                """
                insert into delegation.wording
                    (tenant_id, list_id, from_edition, entry_id, matter_id, act, ends, original_authority, receiving_body, mode,
                     sub_park, category, most_yuan, conditions, effective_on, handover_on, expires_on, document_number,
                     decided_on, issuer, letter, remarks)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
                """,
                entries,
                AT_ONCE,
                (line, one) -> {
                    var n = one.note();
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
                    line.setBigDecimal(13, n.mostYuan());
                    line.setString(14, n.conditions());
                    line.setDate(15, Date.valueOf(n.effectiveOn()));
                    line.setObject(16, n.handoverOn());
                    line.setObject(17, n.expiresOn());
                    line.setString(18, n.document().number());
                    line.setObject(19, n.document().decidedOn());
                    line.setString(20, n.document().issuer());
                    line.setString(21, n.letter());
                    line.setString(22, n.remarks());
                });
    }
}
