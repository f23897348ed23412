package org.kaiyuan.leads;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.imports.ImportError;
import org.kaiyuan.platform.imports.ImportJob;
import org.kaiyuan.platform.imports.ImportLookup;
import org.kaiyuan.platform.imports.ImportPreview;
import org.kaiyuan.platform.imports.KeptImports;
import org.kaiyuan.platform.imports.UnknownImport;
import org.kaiyuan.platform.refusal.Messages;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Looking imports of leads up: how far they are, what they kept out, and what waits for a decision. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasRole('" + LeadPermissions.IMPORT + "')")
public class LeadImportDirectory implements KeptImports<LeadImportField> {
    private final JdbcTemplate jdbc;
    private final LeadSight sight;
    private final ImportLookup<LeadImportField> lookup;

    LeadImportDirectory(JdbcTemplate jdbc, Messages messages, LeadSight sight) {
        this.jdbc = jdbc;
        this.sight = sight;
        this.lookup =
                new ImportLookup<>(
                        LeadImport.TABLES,
                        LeadImportColumns.WORDS,
                        LeadImportColumns::guess,
                        jdbc,
                        messages);
    }

    @Override
    public List<ImportJob> newest(int limit) {
        return lookup.newest(limit);
    }

    @Override
    public ImportJob status(UUID id) {
        return lookup.status(id);
    }

    @Override
    public ImportPreview<LeadImportField> preview(UUID id) {
        return lookup.preview(id);
    }

    @Override
    public List<ImportError> errors(UUID id, @Nullable ImportError after, int limit) {
        return lookup.errors(id, after, limit);
    }

    @Override
    public void writeErrors(UUID id, Locale locale, List<String> captions, OutputStream out)
            throws IOException {
        lookup.writeErrors(id, locale, captions, out);
    }

    /**
     * Rows that are perhaps leads already, in the order of the file; decided ones as well. What the person may
     * not see is not told.
     *
     * @param afterRow the last row of the page before, 0 for the first
     * @throws UnknownImport when there is none, or it is another zone's
     */
    public List<LikelyTwin> likelyTwins(UUID id, long afterRow, int limit) {
        status(id);
        var seen = sight.seen();
        var arguments = new ArrayList<Object>(seen.arguments());
        arguments.add(id);
        arguments.add(afterRow);
        arguments.add(Math.clamp(limit, 1, 1000));
        return jdbc.query(
                "select y.row_number, y.project_name as row_name, y.investor as row_investor, y.kind, y.decision,"
                        + " case when y.lead_id is null then y.other_row end as other_row, e.*"
                        + " from leads.import_likely y left join lateral (select "
                        + LeadDirectory.COLUMNS
                        + " from leads.lead l where l.id = y.lead_id and l.merged_into is null"
                        + seen.sql()
                        + ") e on true"
                        + " where y.import_id = ? and y.row_number > ? order by y.row_number limit ?",
                (row, n) -> {
                    var decision = row.getString("decision");
                    var other = row.getLong("other_row");
                    boolean inDirectory = row.wasNull();
                    return new LikelyTwin(
                            row.getLong("row_number"),
                            row.getString("row_name"),
                            row.getString("row_investor"),
                            TwinReason.valueOf(row.getString("kind")),
                            row.getObject("id") == null ? null : LeadDirectory.row(row, n),
                            inDirectory ? null : other,
                            decision == null ? null : LikelyChoice.valueOf(decision));
                },
                arguments.toArray());
    }
}
