package org.kaiyuan.leads;

import java.io.InputStream;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.access.CurrentPerson;
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

/** Bringing a file of leads: looked at when it comes, tried and loaded in the background. */
@Service
@PreAuthorize("hasRole('" + LeadPermissions.IMPORT + "')")
public class LeadImport {
    /** How rows are taken: whether also those at a stage behind the gates. */
    static final ImportTables TABLES =
            new ImportTables(
                    "leads",
                    new ImportTables.Manner("any_stage", "boolean", Boolean.FALSE.toString()),
                    false,
                    true);

    private final ImportDesk<LeadImportField> desk;
    private final CurrentPerson person;

    LeadImport(
            JdbcTemplate jdbc,
            Jobs jobs,
            CurrentPerson person,
            PlatformTransactionManager transactions) {
        this.desk =
                new ImportDesk<>(
                        TABLES,
                        LeadImportColumns.WORDS,
                        LeadImportColumns::guess,
                        jdbc,
                        jobs,
                        transactions);
        this.person = person;
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
            @Nullable Map<String, String> byHeading,
            boolean dryRun) {
        return desk.start(fileName, content, anyStage(), byHeading, dryRun);
    }

    /**
     * Has a file that is kept imported soon, or tried.
     *
     * @param byHeading the API's field names by the headings; null: as it was, remembered, else guessed
     * @throws UnknownImport when there is none, or it is another zone's
     * @throws ImportRefused when it runs, or its file is no longer kept
     */
    public void order(UUID id, @Nullable Map<String, String> byHeading, boolean dryRun) {
        desk.order(id, anyStage(), byHeading, dryRun);
    }

    /**
     * As {@link #order(UUID, Map, boolean)}, with columns as a person said.
     *
     * @throws ImportColumnsRefused when there are not as many as the file has
     */
    public void order(UUID id, ColumnMapping<LeadImportField> mapping, boolean dryRun) {
        desk.order(id, anyStage(), mapping, dryRun);
    }

    /**
     * Stops it; nothing of it is kept. Harmless for one that was stopped already.
     *
     * @throws ImportRefused when it has ended
     */
    public void cancel(UUID id) {
        desk.cancel(id);
    }

    private String anyStage() {
        return Boolean.toString(person.may(LeadPermissions.OVERRIDE));
    }
}
