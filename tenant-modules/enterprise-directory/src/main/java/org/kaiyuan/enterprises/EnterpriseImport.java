package org.kaiyuan.enterprises;

import java.io.InputStream;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.imports.ColumnMapping;
import org.kaiyuan.platform.imports.ImportColumnsRefused;
import org.kaiyuan.platform.imports.ImportDesk;
import org.kaiyuan.platform.imports.ImportRefused;
import org.kaiyuan.platform.imports.ImportTables;
import org.kaiyuan.platform.imports.UnknownImport;
import org.kaiyuan.platform.jobs.Jobs;
import org.kaiyuan.platform.transfer.TabularFileRefused;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;

/** Bringing a file of enterprises: looked at when it comes, tried and loaded in the background. */
@Service
@PreAuthorize("hasRole('" + EnterprisePermissions.IMPORT + "')")
public class EnterpriseImport {
    static final ImportTables TABLES =
            new ImportTables(
                    "enterprises",
                    new ImportTables.Manner("existing", "text", ExistingChoice.FILL_GAPS.name()),
                    true,
                    false);

    private final ImportDesk<ImportTarget> desk;

    EnterpriseImport(JdbcTemplate jdbc, Jobs jobs, PlatformTransactionManager transactions) {
        this.desk =
                new ImportDesk<>(
                        TABLES,
                        ImportColumns.WORDS,
                        ImportColumns.guess(jdbc),
                        jdbc,
                        jobs,
                        transactions);
    }

    /**
     * Keeps the file until somebody says what to do with it; after seven days it is thrown away.
     *
     * @throws TabularFileRefused where it is no table
     */
    public UUID bring(String fileName, InputStream content) {
        return desk.bring(fileName, content);
    }

    /**
     * Brings a file and has it imported soon.
     *
     * @param byHeading the API's field names by the headings; null: as remembered, else guessed
     * @throws TabularFileRefused where it is no table
     * @throws ImportColumnsRefused where no column holds names
     */
    public UUID start(
            String fileName,
            InputStream content,
            ExistingChoice existing,
            @Nullable Map<String, String> byHeading,
            boolean dryRun) {
        return desk.start(fileName, content, existing.name(), byHeading, dryRun);
    }

    /** @see #start(String, InputStream, ExistingChoice, Map, boolean) */
    public UUID start(String fileName, InputStream content, ExistingChoice existing) {
        return start(fileName, content, existing, null, false);
    }

    /**
     * Has a file that is kept imported soon, or tried.
     *
     * @param byHeading the API's field names by the headings; null: as it was, remembered, else guessed
     * @throws UnknownImport when there is none, or it is another zone's
     * @throws ImportRefused when it runs, or its file is no longer kept
     */
    public void order(
            UUID id,
            ExistingChoice existing,
            @Nullable Map<String, String> byHeading,
            boolean dryRun) {
        desk.order(id, existing.name(), byHeading, dryRun);
    }

    /**
     * As {@link #order(UUID, ExistingChoice, Map, boolean)}, with columns as a person said.
     *
     * @throws ImportColumnsRefused when there are not as many as the file has
     */
    public void order(
            UUID id, ExistingChoice existing, ColumnMapping<ImportTarget> mapping, boolean dryRun) {
        desk.order(id, existing.name(), mapping, dryRun);
    }

    /**
     * Stops it; nothing of it is kept. Harmless for one that was stopped already.
     *
     * @throws ImportRefused when it has ended
     */
    public void cancel(UUID id) {
        desk.cancel(id);
    }
}
