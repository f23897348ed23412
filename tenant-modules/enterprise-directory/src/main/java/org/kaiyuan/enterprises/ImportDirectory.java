package org.kaiyuan.enterprises;

import java.io.IOException;
import java.io.OutputStream;
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

/** Looking imports up: how far they are, what they kept out, and what waits for a decision. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasRole('" + EnterprisePermissions.IMPORT + "')")
public class ImportDirectory implements KeptImports<ImportTarget> {
    private final JdbcTemplate jdbc;
    private final ImportLookup<ImportTarget> lookup;

    ImportDirectory(JdbcTemplate jdbc, Messages messages) {
        this.jdbc = jdbc;
        this.lookup =
                new ImportLookup<>(
                        EnterpriseImport.TABLES,
                        ImportColumns.WORDS,
                        ImportColumns.guess(jdbc),
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
    public ImportPreview<ImportTarget> preview(UUID id) {
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
     * Rows whose name is in the directory already, in the order of the file; decided ones as well.
     *
     * @param afterRow the last row of the page before, 0 for the first
     * @throws UnknownImport when there is none, or it is another zone's
     */
    public List<LikelyDuplicate> likelyDuplicates(UUID id, long afterRow, int limit) {
        status(id);
        return jdbc.query(
                """
                select l.row_number, l.name, l.credit_code, e.id, e.name as existing_name,
                       e.credit_code as existing_code, case when e.id is null then l.other_row end as other_row,
                       l.decision
                from enterprises.import_likely l
                left join enterprises.enterprise e on e.id = l.enterprise_id and e.merged_into is null
                where l.import_id = ? and l.row_number > ? order by l.row_number limit ?\
                """,
                (row, n) -> {
                    var existing = row.getObject("id", UUID.class);
                    var decision = row.getString("decision");
                    return new LikelyDuplicate(
                            row.getLong("row_number"),
                            row.getString("name"),
                            row.getString("credit_code"),
                            existing == null ? null : new EnterpriseId(existing),
                            row.getString("existing_name"),
                            row.getString("existing_code"),
                            row.getObject("other_row", Long.class),
                            decision == null ? null : DuplicateChoice.valueOf(decision));
                },
                id,
                afterRow,
                Math.clamp(limit, 1, 1000));
    }
}
