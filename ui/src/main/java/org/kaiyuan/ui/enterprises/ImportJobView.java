package org.kaiyuan.ui.enterprises;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.DuplicateDecision;
import org.kaiyuan.enterprises.EnterpriseDirectory;
import org.kaiyuan.enterprises.EnterpriseImport;
import org.kaiyuan.enterprises.EnterprisePermissions;
import org.kaiyuan.enterprises.ExistingChoice;
import org.kaiyuan.enterprises.ImportDirectory;
import org.kaiyuan.enterprises.ImportUndo;
import org.kaiyuan.platform.imports.ImportJob;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.ui.imports.ImportPage;

/** One import of enterprises. */
@Route("enterprises/imports/:id")
@RolesAllowed(EnterprisePermissions.IMPORT)
class ImportJobView extends ImportPage {
    final RadioButtonGroup<ExistingChoice> existing = new RadioButtonGroup<>();
    @Nullable ImportColumnsPanel columns;
    @Nullable ImportDuplicatesPanel likely;

    private final transient EnterpriseImport imports;
    private final transient ImportUndo undoing;
    private final transient DuplicateDecision decision;
    private final transient ImportDirectory directory;
    private final transient EnterpriseDirectory enterprises;
    private final transient Messages messages;
    private final transient Clock clock;

    ImportJobView(
            EnterpriseImport imports,
            ImportUndo undoing,
            DuplicateDecision decision,
            ImportDirectory directory,
            EnterpriseDirectory enterprises,
            Messages messages,
            Clock clock) {
        super("enterprises", directory, messages);
        this.imports = imports;
        this.undoing = undoing;
        this.decision = decision;
        this.directory = directory;
        this.enterprises = enterprises;
        this.messages = messages;
        this.clock = clock;
        existing.setLabel(getTranslation("ui.import.existing"));
        existing.setItems(ExistingChoice.values());
        existing.setItemLabelGenerator(messages::of);
    }

    @Override
    protected Component columns(ImportJob job) {
        columns =
                new ImportColumnsPanel(
                        directory.preview(job.id()),
                        enterprises.qualificationKinds(),
                        LocalDate.now(clock).getYear(),
                        messages);
        return columns;
    }

    @Override
    protected List<Component> asked(ImportJob job) {
        existing.setValue(ExistingChoice.valueOf(job.manner()));
        return List.of(existing);
    }

    @Override
    protected void order(UUID of, boolean dryRun) {
        imports.order(of, existing.getValue(), Objects.requireNonNull(columns).mapping(), dryRun);
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
        return "ui.import.undo.detail";
    }

    @Override
    protected List<Figure> written(ImportJob job) {
        boolean tried = job.dryRun();
        return List.of(
                new Figure(tried ? "ui.import.wouldAdd" : "ui.import.added", job.added()),
                new Figure(tried ? "ui.import.wouldChange" : "ui.import.changed", job.changed()),
                new Figure("ui.import.unchanged", job.unchanged()));
    }

    @Override
    protected Figure undecided(ImportJob job) {
        return new Figure("ui.import.undecided", job.undecided());
    }

    @Override
    protected @Nullable Component likely(ImportJob job) {
        if (directory.likelyDuplicates(job.id(), 0, 1).isEmpty()) {
            return null;
        }
        likely =
                new ImportDuplicatesPanel(
                        job.id(), !job.dryRun(), directory, decision, messages, this::again);
        return likely;
    }
}
