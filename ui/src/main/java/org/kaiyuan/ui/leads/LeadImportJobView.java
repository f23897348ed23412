package org.kaiyuan.ui.leads;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.leads.LeadImport;
import org.kaiyuan.leads.LeadImportDecision;
import org.kaiyuan.leads.LeadImportDirectory;
import org.kaiyuan.leads.LeadImportError;
import org.kaiyuan.leads.LeadImportState;
import org.kaiyuan.leads.LeadImportStatus;
import org.kaiyuan.leads.LeadImportUndo;
import org.kaiyuan.leads.LeadPermissions;
import org.kaiyuan.leads.UnknownLeadImport;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.platform.transfer.TabularFormat;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.KeysetPages;
import org.kaiyuan.ui.kit.Shown;
import org.kaiyuan.ui.kit.Tell;

/** One import: what its columns hold, how far it is, what it did and kept out; asked anew every second. */
@Route("leads/imports/:id")
@RolesAllowed(LeadPermissions.IMPORT)
class LeadImportJobView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    private static final int POLL_MILLIS = 1000;

    /** From so many rows on a table scrolls by itself. */
    static final int FEW = 10;

    final Button check = new Button();
    final Button load = new Button();
    final Button cancel = new Button();
    final Button undo = new Button();
    final Grid<LeadImportError> errors = new Grid<>();
    final Span said = new Span();
    final Div figures = new Div();
    @Nullable LeadImportColumns columns;
    @Nullable LikelyTwinsPanel likely;

    private final transient LeadImport imports;
    private final transient LeadImportUndo undoing;
    private final transient LeadImportDecision decision;
    private final transient LeadImportDirectory directory;
    private final transient Messages messages;
    private @Nullable UUID id;
    private @Nullable LeadImportState shown;
    private boolean moving;
    private String title = "";
    private @Nullable Registration polling;

    LeadImportJobView(
            LeadImport imports,
            LeadImportUndo undoing,
            LeadImportDecision decision,
            LeadImportDirectory directory,
            Messages messages) {
        this.imports = imports;
        this.undoing = undoing;
        this.decision = decision;
        this.directory = directory;
        this.messages = messages;
        addClassNames("detail-page", "import-page");
        figures.addClassName("key-figures");
        said.addClassName("sub");
        check.setText(getTranslation("ui.import.check"));
        act(check, () -> order(true));
        load.setText(getTranslation("ui.import.load"));
        load.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        act(load, () -> order(false));
        cancel.setText(getTranslation("ui.import.cancel"));
        act(cancel, () -> imports.cancel(Objects.requireNonNull(id)));
        undo.setText(getTranslation("ui.import.undo"));
        undo.addClickListener(click -> askUndo());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var asked = event.getRouteParameters().get("id").orElse("");
        try {
            id = UUID.fromString(asked);
            show(directory.status(id));
        } catch (UnknownLeadImport | IllegalArgumentException unknown) {
            id = null;
            moving = false;
            title = getTranslation("ui.not-found.title");
            removeAll();
            add(
                    new EmptyState(
                            Glyph.Of.FILE,
                            getTranslation("leads.refusal.unknownImport"),
                            new Anchor("leads/import", getTranslation("ui.import.back"))));
        }
        getUI().ifPresent(this::poll);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        polling = event.getUI().addPollListener(poll -> refresh());
        poll(event.getUI());
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (polling != null) {
            polling.remove();
        }
        event.getUI().setPollInterval(-1);
    }

    @Override
    public String getPageTitle() {
        return title + " · " + getTranslation("ui.product");
    }

    /** Looks again; rebuilds the page only when the import has moved on. */
    void refresh() {
        var asked = id;
        if (asked == null || !moving) {
            return;
        }
        var job = directory.status(asked);
        if (job.state() == shown && job.isUnderWay()) {
            count(job);
        } else {
            getUI().ifPresent(ui -> ui.navigate("leads/imports/" + asked));
        }
    }

    private void poll(UI ui) {
        ui.setPollInterval(moving ? POLL_MILLIS : -1);
    }

    private void act(Button button, Runnable action) {
        button.setDisableOnClick(true);
        button.addClickListener(click -> {
            boolean done = false;
            try {
                action.run();
                done = true;
            } finally {
                button.setEnabled(true);
                // refused because another window was first: the page shows what is true now
                if (done || directory.status(Objects.requireNonNull(id)).state() != shown) {
                    again();
                }
            }
        });
    }

    private void again() {
        show(directory.status(Objects.requireNonNull(id)));
        getUI().ifPresent(this::poll);
    }

    private void order(boolean dryRun) {
        imports.order(
                Objects.requireNonNull(id), Objects.requireNonNull(columns).mapping(), dryRun);
    }

    private void show(LeadImportStatus job) {
        removeAll();
        shown = job.state();
        moving = job.isUnderWay();
        title = job.fileName();
        var chips =
                new Div(
                        LeadImportWords.state(job, messages),
                        new Span(job.actorName() + " · " + Shown.moment(job.createdAt())));
        chips.addClassName("chips");
        add(
                new Anchor("leads/import", getTranslation("ui.import.back")),
                new H1(job.fileName()),
                chips);
        count(job);
        if (moving) {
            add(underWay(job));
            return;
        }
        failure(job);
        if (job.state() == LeadImportState.COMPLETED) {
            add(result(job));
        }
        if (job.fileKept()) {
            preparation(job);
        }
        if (job.state() == LeadImportState.COMPLETED) {
            kept(job);
        }
    }

    private Component underWay(LeadImportStatus job) {
        var bar = new ProgressBar();
        bar.setIndeterminate(true);
        bar.getElement().setAttribute("aria-label", job.fileName());
        var box = new Div(said, bar, figures);
        box.addClassName("form-group");
        if (!job.undoing()) {
            var actions = new Div(cancel, new Span(getTranslation("ui.import.leave")));
            actions.addClassName("actions");
            box.add(actions);
        }
        return box;
    }

    private void failure(LeadImportStatus job) {
        var key = job.failureKey();
        if (key != null) {
            var told = new Div(messages.text(key, job.failureValues().toArray()));
            told.addClassNames("conflict");
            add(told);
        }
    }

    private void preparation(LeadImportStatus job) {
        columns = new LeadImportColumns(directory.preview(job.id()), messages);
        var mapped = new Details(getTranslation("ui.import.columns"), columns);
        mapped.setOpened(job.state() != LeadImportState.COMPLETED);
        mapped.setWidthFull();
        var actions = new Div(load, check);
        actions.addClassName("actions");
        load.setText(
                getTranslation(
                        job.state() == LeadImportState.COMPLETED
                                ? "ui.import.loadNow"
                                : "ui.import.load"));
        check.setText(
                getTranslation(
                        job.state() == LeadImportState.COMPLETED
                                ? "ui.import.checkAgain"
                                : "ui.import.check"));
        var box = new Div(mapped, actions);
        box.addClassName("form-group");
        add(box);
    }

    private Component result(LeadImportStatus job) {
        var box = new Div(said, figures);
        box.addClassName("import-result");
        if (job.isDone() && job.added() > 0) {
            var actions = new Div(undo);
            actions.addClassName("actions");
            box.add(actions);
        }
        return box;
    }

    private void kept(LeadImportStatus job) {
        boolean decidable = job.undoneAt() == null;
        if (decidable && !directory.likelyTwins(job.id(), 0, 1).isEmpty()) {
            likely =
                    new LikelyTwinsPanel(
                            job.id(), !job.dryRun(), directory, decision, messages, this::again);
            add(likely);
        }
        if (job.rejected() > 0) {
            add(new H2(getTranslation("ui.import.errors")), csv(job), errors(job.id()));
        }
    }

    private void count(LeadImportStatus job) {
        figures.removeAll();
        figure("ui.import.read", job.read());
        if (job.state() == LeadImportState.RUNNING) {
            figure("ui.import.accepted", job.read() - job.rejected());
        } else {
            boolean tried = job.dryRun();
            figure(tried ? "ui.leads.import.wouldAdd" : "ui.leads.import.added", job.added());
            figure("ui.leads.import.unchanged", job.unchanged());
        }
        figure("ui.import.rejected", job.rejected());
        figure("ui.leads.import.undecided", job.undecided());
        figure("ui.import.rate", job.rowsPerSecond());
        said.setText(sentence(job));
    }

    private String sentence(LeadImportStatus job) {
        if (job.undoneAt() != null) {
            return getTranslation(
                    "ui.import.said.undone",
                    Shown.text(job.undoneBy()),
                    Shown.moment(job.undoneAt()));
        }
        if (job.undoing()) {
            return getTranslation("ui.import.undoing");
        }
        var phase = job.phase();
        if (phase != null) {
            return messages.of(getLocale(), phase);
        }
        if (job.state() == LeadImportState.COMPLETED) {
            return getTranslation(
                    job.dryRun() ? "ui.import.said.checked" : "ui.import.said.completed",
                    Shown.moment(job.endedAt()));
        }
        return messages.of(getLocale(), job.state());
    }

    private void figure(String key, long value) {
        var number = new Div(Shown.figure(value));
        number.addClassName("figure");
        var what = new Div(getTranslation(key));
        what.addClassName("what");
        var figure = new Div(number, what);
        figure.addClassName("key-figure");
        figures.add(figure);
    }

    private Component csv(LeadImportStatus job) {
        var headings =
                List.of(
                        getTranslation("ui.import.row"),
                        getTranslation("ui.import.column"),
                        getTranslation("ui.import.field"),
                        getTranslation("ui.import.value"),
                        getTranslation("ui.import.reason"));
        Locale locale = getLocale();
        var fileName = getTranslation("ui.import.errorsFile") + ".csv";
        DownloadHandler handler =
                event -> {
                    event.setFileName(fileName);
                    event.setContentType(TabularFormat.CSV.mediaType());
                    directory.writeErrors(job.id(), locale, headings, event.getOutputStream());
                };
        return new Anchor(handler, getTranslation("ui.import.errorsDownload"));
    }

    private Grid<LeadImportError> errors(UUID of) {
        errors.removeAllColumns();
        errors.addColumn(LeadImportError::row)
                .setHeader(getTranslation("ui.import.row"))
                .setWidth("90px")
                .setFlexGrow(0);
        errors.addColumn(LeadImportError::column)
                .setHeader(getTranslation("ui.import.column"))
                .setWidth("160px");
        errors.addColumn(error -> Shown.text(error.value()))
                .setHeader(getTranslation("ui.import.value"))
                .setWidth("200px");
        errors.addColumn(error -> directory.reason(getLocale(), error))
                .setHeader(getTranslation("ui.import.reason"))
                .setWidth("240px");
        var pages =
                new KeysetPages<LeadImportError>((after, limit) -> {
                    var page = directory.errors(of, after(after), limit);
                    return new KeysetPages.Page<>(
                            page,
                            page.size() < limit
                                    ? null
                                    : page.getLast().row() + " " + page.getLast().field());
                });
        errors.setItems(query -> pages.read(query.getOffset(), query.getLimit()));
        errors.setPageSize(50);
        errors.setAllRowsVisible(directory.errors(of, null, FEW).size() < FEW);
        errors.addClassName("import-rows");
        return errors;
    }

    private static @Nullable LeadImportError after(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        var parts = cursor.split(" ", 2);
        return new LeadImportError(Long.parseLong(parts[0]), "", parts[1], null, "", List.of());
    }

    private void askUndo() {
        var ask =
                new ConfirmDialog(
                        getTranslation("ui.import.undo.ask"),
                        getTranslation("ui.leads.import.undo.detail"),
                        getTranslation("ui.import.undo"),
                        confirmed -> {
                            undoing.undo(Objects.requireNonNull(id));
                            Tell.done(getTranslation("ui.import.undoing"));
                            again();
                        });
        ask.setCancelable(true);
        ask.setCancelText(getTranslation("ui.form.cancel"));
        ask.setConfirmButtonTheme("error primary");
        ask.open();
    }
}
