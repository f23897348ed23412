package org.kaiyuan.delegation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/** How what is shown is stored. */
final class ShownRows {
    /**
     * What {@link #entry} reads, of {@code delegation.shown_wording w}; the first are those of {@link Wordings#COLUMNS}, without
     * the zone's own papers.
     */
    static final String COLUMNS =
            """
            w.entry_id, w.matter_id, w.act, w.ends, w.original_authority, w.receiving_body, w.mode, w.sub_park, w.category,
            w.most_yuan, w.conditions, w.effective_on, w.handover_on, w.expires_on, null::uuid, w.document_number,
            w.decided_on, w.issuer, null::uuid, w.letter, w.area, w.batch, w.duties, w.shares, w.remarks,
            w.list_id, w.list_kind, w.from_edition, w.to_edition, w.matter_code, w.basic_code, w.matter_name, w.matter_kind,
            w.field, w.bases, z.act as ended_act, z.effective_on as ended_on\
            """;

    /** The wordings, each with what ends it by now. */
    static final String FROM =
            """
             from delegation.shown_wording w
            left join lateral (
                select x.act, x.effective_on from delegation.shown_wording x
                where x.zone = w.zone and x.ends = w.entry_id and x.to_edition is null
                order by x.effective_on limit 1) z on w.act = 'GRANT'
            """;

    /** As {@link #FROM}, each with what ended it by then; the first two parameters are the version, twice. */
    static final String FROM_THEN =
            """
             from delegation.shown_wording w
            left join lateral (
                select x.act, x.effective_on from delegation.shown_wording x
                where x.zone = w.zone and x.ends = w.entry_id and x.list_id = w.list_id
                  and x.from_edition <= ? and (x.to_edition is null or x.to_edition > ?)
                order by x.effective_on limit 1) z on w.act = 'GRANT'
            """;

    private static final TypeReference<List<LegalBasis>> BASES = new TypeReference<>() {};
    private static final TypeReference<List<Batch>> BATCHES = new TypeReference<>() {};

    private ShownRows() {}

    static ShownEntry entry(ResultSet row, int number) throws SQLException {
        var written = Wordings.entry(row);
        int upTo = row.getInt("to_edition");
        boolean over = !row.wasNull();
        return new ShownEntry(
                written.id(),
                new ListId(row.getObject("list_id", UUID.class)),
                PowerListKind.valueOf(row.getString("list_kind")),
                row.getInt("from_edition"),
                over ? upTo : null,
                new ShownEntry.Matter(
                        row.getObject("matter_id", UUID.class),
                        row.getString("matter_code"),
                        row.getString("basic_code"),
                        row.getString("matter_name"),
                        MatterKind.valueOf(row.getString("matter_kind")),
                        row.getString("field"),
                        bases(row.getString("bases"))),
                written.note(),
                end(row));
    }

    static ShownList list(ResultSet row, int number) throws SQLException {
        return new ShownList(
                new ListId(row.getObject("list_id", UUID.class)),
                PowerListKind.valueOf(row.getString("kind")),
                row.getString("title"),
                row.getInt("edition"),
                row.getTimestamp("published_at").toInstant(),
                row.getInt("entries"));
    }

    static ShownEdition edition(ResultSet row, int number) throws SQLException {
        var batches = row.getString("batches");
        return new ShownEdition(
                new ListId(row.getObject("list_id", UUID.class)),
                PowerListKind.valueOf(row.getString("kind")),
                row.getInt("number"),
                row.getString("title"),
                row.getTimestamp("published_at").toInstant(),
                row.getString("note"),
                row.getInt("entries"),
                batches.equals("[]") ? List.of() : Wordings.JSON.readValue(batches, BATCHES));
    }

    private static List<LegalBasis> bases(String json) {
        return json.equals("[]") ? List.of() : Wordings.JSON.readValue(json, BASES);
    }

    private static ShownEntry.@Nullable End end(ResultSet row) throws SQLException {
        var act = row.getString("ended_act");
        return act == null
                ? null
                : new ShownEntry.End(
                        EntryAct.valueOf(act), row.getObject("ended_on", LocalDate.class));
    }
}
