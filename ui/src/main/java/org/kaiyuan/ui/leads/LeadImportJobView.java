package org.kaiyuan.ui.leads;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.leads.LeadImport;
import org.kaiyuan.leads.LeadImportDecision;
import org.kaiyuan.leads.LeadImportDirectory;
import org.kaiyuan.leads.LeadImportUndo;
import org.kaiyuan.leads.LeadPermissions;
import org.kaiyuan.platform.imports.ImportJob;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.ui.imports.ImportPage;

/** One import of leads. */
@Route("leads/imports/:id")
@RolesAllowed(LeadPermissions.IMPORT)
class LeadImportJobView extends ImportPage {
    @Nullable LeadImportColumnsPanel columns;
    @Nullable LikelyTwinsPanel likely;

    private final transient LeadImport imports;
    private final transient LeadImportUndo undoing;
    private final transient LeadImportDecision decision;
    private final transient LeadImportDirectory directory;
    private final transient Messages messages;

    LeadImportJobView(
            LeadImport imports,
            LeadImportUndo undoing,
            LeadImportDecision decision,
            LeadImportDirectory directory,
            Messages messages) {
        super("leads", directory, messages);
        this.imports = imports;
        this.undoing = undoing;
        this.decision = decision;
        this.directory = directory;
        this.messages = messages;
    }

    @Override
    protected Component columns(ImportJob job) {
        columns = new LeadImportColumnsPanel(directory.preview(job.id()), messages);
        return columns;
    }

    @Override
    protected void order(UUID of, boolean dryRun) {
        imports.order(of, Objects.requireNonNull(columns).mapping(), dryRun);
    }

    @Override
    protected void cancel(UUID of) {
        imports.cancel(of);
    }

    @Override
    protected void undo(UUID of) {
        undoing.undo(of);
    }

    @Override
    protected String undoDetail() {
        return "ui.leads.import.undo.detail";
    }

    @Override
    protected List<Figure> written(ImportJob job) {
        return List.of(
                new Figure(
                        job.dryRun() ? "ui.leads.import.wouldAdd" : "ui.leads.import.added",
                        job.added()),
                new Figure("ui.leads.import.unchanged", job.unchanged()));
    }

    @Override
    protected Figure undecided(ImportJob job) {
        return new Figure("ui.leads.import.undecided", job.undecided());
    }

    @Override
    protected @Nullable Component likely(ImportJob job) {
        if (directory.likelyTwins(job.id(), 0, 1).isEmpty()) {
            return null;
        }
        likely =
                new LikelyTwinsPanel(
                        job.id(), !job.dryRun(), directory, decision, messages, this::again);
        return likely;
    }
}
