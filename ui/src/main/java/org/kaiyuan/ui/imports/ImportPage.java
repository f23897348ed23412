package org.kaiyuan.ui.imports;

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
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.shared.Registration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.imports.ImportError;
import org.kaiyuan.platform.imports.ImportJob;
import org.kaiyuan.platform.imports.ImportState;
import org.kaiyuan.platform.imports.KeptImports;
import org.kaiyuan.platform.imports.UnknownImport;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.platform.transfer.TabularFormat;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.KeysetPages;
import org.kaiyuan.ui.kit.Shown;
import org.kaiyuan.ui.kit.Tell;

/**
 * The page of one import: what its columns hold, how far it is, what it did and kept out; asked anew every second. A
 * module says what else it asks, and in which words.
 */
public abstract class ImportPage extends Main implements BeforeEnterObserver, HasDynamicTitle {
    /** From so many rows on a table scrolls by itself. */
    public static final int FEW = 10;

    private static final int POLL_MILLIS = 1000;

    public final Button check = new Button();
    public final Button load = new Button();
    public final Button cancel = new Button();
    public final Button undo = new Button();
    public final Grid<ImportError> errors = new Grid<>();
    public final Span said = new Span();
    public final Div figures = new Div();

    private final String word;
    private final transient KeptImports<?> directory;
    private final transient Messages messages;
    private @Nullable UUID id;
    private @Nullable ImportState shown;
    private boolean moving;
    private String title = "";
    private @Nullable Registration polling;

    /** @param word of the module, in whose pages it is */
    protected ImportPage(String word, KeptImports<?> directory, Messages messages) {
        this.word = word;
        this.directory = directory;
        this.messages = messages;
        addClassNames("detail-page", "import-page");
        figures.addClassName("key-figures");
        said.addClassName("sub");
        check.setText(getTranslation("ui.import.check"));
        act(check, () -> order(present(), true));
        load.setText(getTranslation("ui.import.load"));
        load.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        act(load, () -> order(present(), false));
        cancel.setText(getTranslation("ui.import.cancel"));
        act(cancel, () -> cancel(present()));
        undo.setText(getTranslation("ui.import.undo"));
        undo.addClickListener(click -> askUndo());
    }

    /** A figure and the message that says of what. */
    public record Figure(String key, long value) {}

    /** What the columns hold, to be corrected; it is asked again in {@link #order}. */
    protected abstract Component columns(ImportJob job);

    /** What is asked besides the columns. */
    protected List<Component> asked(ImportJob job) {
        return List.of();
    }

    /** Has it run, or tried, as is said on the page. */
    protected abstract void order(UUID of, boolean dryRun);

    protected abstract void cancel(UUID of);

    protected abstract void undo(UUID of);

    /** The message that says what an undo does. */
    protected abstract String undoDetail();

    /** What it wrote, or would write. */
    protected abstract List<Figure> written(ImportJob job);

    /** What waits for a decision. */
    protected abstract Figure undecided(ImportJob job);

    /** Rows that are perhaps records already; null where there are none. */
    protected abstract @Nullable Component likely(ImportJob job);

    private UUID present() {
        return Objects.requireNonNull(id);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var asked = event.getRouteParameters().get("id").orElse("");
        try {
            id = UUID.fromString(asked);
            show(directory.status(id));
        } catch (UnknownImport | IllegalArgumentException unknown) {
            id = null;
            moving = false;
            title = getTranslation("ui.not-found.title");
            removeAll();
            add(
                    new EmptyState(
                            Glyph.Of.FILE,
                            getTranslation("imports.refusal.unknown"),
                            new Anchor(word + "/import", getTranslation("ui.import.back"))));
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
    public void refresh() {
        var asked = id;
        if (asked == null || !moving) {
            return;
        }
        var job = directory.status(asked);
        if (job.state() == shown && job.isUnderWay()) {
            count(job);
        } else {
            getUI().ifPresent(ui -> ui.navigate(word + "/imports/" + asked));
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
                if (done || directory.status(present()).state() != shown) {
                    again();
                }
            }
        });
    }

    protected final void again() {
        show(directory.status(present()));
        getUI().ifPresent(this::poll);
    }

    private void show(ImportJob job) {
        removeAll();
        shown = job.state();
        moving = job.isUnderWay();
        title = job.fileName();
        var chips =
                new Div(
                        ImportWords.state(job, messages),
                        new Span(job.actorName() + " · " + Shown.moment(job.createdAt())));
        chips.addClassName("chips");
        add(
                new Anchor(word + "/import", getTranslation("ui.import.back")),
                new H1(job.fileName()),
                chips);
        count(job);
        if (moving) {
            add(underWay(job));
            return;
        }
        failure(job);
        if (job.state() == ImportState.COMPLETED) {
            add(result(job));
        }
        if (job.fileKept()) {
            preparation(job);
        }
        if (job.state() == ImportState.COMPLETED) {
            kept(job);
        }
    }

    private Component underWay(ImportJob job) {
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

    private void failure(ImportJob job) {
        var key = job.failureKey();
        if (key != null) {
            var told = new Div(messages.text(key, job.failureValues().toArray()));
            told.addClassNames("conflict");
            add(told);
        }
    }

    private void preparation(ImportJob job) {
        var mapped = new Details(getTranslation("ui.import.columns"), columns(job));
        mapped.setOpened(job.state() != ImportState.COMPLETED);
        mapped.setWidthFull();
        var actions = new Div(load, check);
        actions.addClassName("actions");
        load.setText(
                getTranslation(
                        job.state() == ImportState.COMPLETED
                                ? "ui.import.loadNow"
                                : "ui.import.load"));
        check.setText(
                getTranslation(
                        job.state() == ImportState.COMPLETED
                                ? "ui.import.checkAgain"
                                : "ui.import.check"));
        var box = new Div(mapped);
        box.add(asked(job));
        box.add(actions);
        box.addClassName("form-group");
        add(box);
    }

    private Component result(ImportJob job) {
        var box = new Div(said, figures);
        box.addClassName("import-result");
        if (job.isDone() && job.added() + job.changed() > 0) {
            var actions = new Div(undo);
            actions.addClassName("actions");
            box.add(actions);
        }
        return box;
    }

    private void kept(ImportJob job) {
        var perhaps = job.undoneAt() == null ? likely(job) : null;
        if (perhaps != null) {
            add(perhaps);
        }
        if (job.rejected() > 0) {
            add(new H2(getTranslation("ui.import.errors")), csv(job), errors(job.id()));
        }
    }

    private void count(ImportJob job) {
        figures.removeAll();
        figure("ui.import.read", job.read());
        if (job.state() == ImportState.RUNNING) {
            figure("ui.import.accepted", job.accepted());
        } else {
            written(job).forEach(one -> figure(one.key(), one.value()));
        }
        figure("ui.import.rejected", job.rejected());
        var open = undecided(job);
        figure(open.key(), open.value());
        figure("ui.import.rate", job.rowsPerSecond());
        said.setText(sentence(job));
    }

    private String sentence(ImportJob job) {
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
        if (job.state() == ImportState.COMPLETED) {
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

    private Component csv(ImportJob job) {
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

    private Grid<ImportError> errors(UUID of) {
        errors.removeAllColumns();
        errors.addColumn(ImportError::row)
                .setHeader(getTranslation("ui.import.row"))
                .setWidth("90px")
                .setFlexGrow(0);
        errors.addColumn(ImportError::column)
                .setHeader(getTranslation("ui.import.column"))
                .setWidth("160px");
        errors.addColumn(error -> Shown.text(error.value()))
                .setHeader(getTranslation("ui.import.value"))
                .setWidth("200px");
        errors.addColumn(error -> error.reason(messages, getLocale()))
                .setHeader(getTranslation("ui.import.reason"))
                .setWidth("240px");
        var pages =
                new KeysetPages<ImportError>((after, limit) -> {
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

    private static @Nullable ImportError after(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        var parts = cursor.split(" ", 2);
        return new ImportError(Long.parseLong(parts[0]), "", parts[1], null, "", List.of());
    }

    private void askUndo() {
        var ask =
                new ConfirmDialog(
                        getTranslation("ui.import.undo.ask"),
                        getTranslation(undoDetail()),
                        getTranslation("ui.import.undo"),
                        confirmed -> {
                            undo(present());
                            Tell.done(getTranslation("ui.import.undoing"));
                            again();
                        });
        ask.setCancelable(true);
        ask.setCancelText(getTranslation("ui.form.cancel"));
        ask.setConfirmButtonTheme("error primary");
        ask.open();
    }
}
