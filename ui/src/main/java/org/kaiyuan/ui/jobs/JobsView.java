package org.kaiyuan.ui.jobs;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.jobs.JobDirectory;
import org.kaiyuan.platform.jobs.JobLine;
import org.kaiyuan.platform.jobs.JobState;
import org.kaiyuan.platform.jobs.JobsPermissions;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.KeysetPages;
import org.kaiyuan.ui.kit.Shown;
import org.kaiyuan.ui.kit.Tell;

/** The background work of the zone: what runs, how far it is, and ending it. */
@Route("jobs")
@RolesAllowed(JobsPermissions.READ)
class JobsView extends Main implements HasDynamicTitle {
    private static final int PAGE = 50;
    private static final int POLL_MILLIS = 2000;
    private static final int NARROW = 720;

    final Grid<JobLine> lines = new Grid<>();

    private final transient JobDirectory directory;
    private final transient CurrentPerson person;
    private final transient Messages messages;
    private final transient KeysetPages<JobLine> pages;

    JobsView(JobDirectory directory, CurrentPerson person, Messages messages) {
        this.directory = directory;
        this.person = person;
        this.messages = messages;
        pages =
                new KeysetPages<>((after, limit) -> {
                    var page =
                            directory.newest(after == null ? null : UUID.fromString(after), limit);
                    return new KeysetPages.Page<>(
                            page, page.size() < limit ? null : page.getLast().id().toString());
                });
        addClassName("list-page");
        setSizeFull();
        var head = new Div(new H1(getTranslation("ui.jobs")));
        head.addClassName("page-head");
        var told = new Div(getTranslation("ui.jobs.detail"));
        told.addClassName("told");
        add(head, told, grid());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ui.jobs") + " · " + getTranslation("ui.product");
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        var ui = attached.getUI();
        ui.setPollInterval(POLL_MILLIS);
        var polling = ui.addPollListener(poll -> refresh());
        ui.getPage().executeJs("return window.innerWidth").then(Integer.class, this::fit);
        var resizing = ui.getPage().addBrowserWindowResizeListener(r -> fit(r.getWidth()));
        addDetachListener(detached -> {
            polling.remove();
            resizing.remove();
        });
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        detached.getUI().setPollInterval(-1);
    }

    void fit(int pixels) {
        boolean narrow = pixels < NARROW;
        lines.getColumns()
                .forEach(column -> {
                    var wide = column.getKey() != null && column.getKey().startsWith("wide");
                    column.setVisible(!(narrow && wide));
                });
    }

    void refresh() {
        pages.forget();
        lines.getDataProvider().refreshAll();
    }

    private Component grid() {
        lines.addComponentColumn(this::what)
                .setHeader(getTranslation("ui.jobs.what"))
                .setWidth("180px")
                .setFlexGrow(3);
        lines.addComponentColumn(this::progress)
                .setHeader(getTranslation("ui.jobs.state"))
                .setWidth("150px")
                .setFlexGrow(1);
        lines.addColumn(JobLine::actorName)
                .setKey("wide-who")
                .setHeader(getTranslation("ui.jobs.who"))
                .setWidth("140px")
                .setFlexGrow(0);
        lines.addColumn(line -> Shown.moment(line.submittedAt()))
                .setKey("wide-at")
                .setHeader(getTranslation("ui.jobs.at"))
                .setWidth("150px")
                .setFlexGrow(0);
        lines.addColumn(JobsView::took)
                .setKey("wide-took")
                .setHeader(getTranslation("ui.jobs.took"))
                .setWidth("100px")
                .setFlexGrow(0);
        lines.addComponentColumn(this::ending).setHeader("").setWidth("96px").setFlexGrow(0);
        lines.setEmptyStateComponent(
                new EmptyState(Glyph.Of.CLOCK, getTranslation("ui.jobs.none")));
        lines.setItems(query -> pages.read(query.getOffset(), query.getLimit()));
        lines.getLazyDataView().setIdentifierProvider(JobLine::id);
        lines.setPageSize(PAGE);
        lines.setSelectionMode(Grid.SelectionMode.NONE);
        lines.setSizeFull();
        return lines;
    }

    /** {@code enterprises.import} is called by the message {@code enterprises.job.import}. */
    private String kind(JobLine line) {
        int dot = line.kind().indexOf('.');
        return dot < 0
                ? line.kind()
                : messages.text(
                        getLocale(),
                        line.kind().substring(0, dot) + ".job" + line.kind().substring(dot));
    }

    private Component what(JobLine line) {
        var path = line.path();
        Component title;
        var words = line.title().isBlank() ? kind(line) : line.title();
        if (path == null) {
            title = new Span(words);
        } else {
            title = new Anchor(path.startsWith("/") ? path.substring(1) : path, words);
        }
        title.addClassName("title");
        var sub = new Span(kind(line));
        sub.addClassName("sub");
        var cell = new Div(title, sub);
        cell.addClassName("name-cell");
        return cell;
    }

    private Component progress(JobLine line) {
        var chip = new Span(state(line));
        chip.addClassName("chip");
        switch (line.state()) {
            case QUEUED -> chip.addClassName("waiting");
            case FAILED, CANCELLED -> chip.addClassName("bad");
            case RUNNING, DONE -> {}
        }
        var cell = new Div(chip);
        cell.addClassName("name-cell");
        if (line.state() == JobState.RUNNING) {
            var bar = new ProgressBar();
            bar.getElement().setAttribute("aria-label", getTranslation("ui.jobs.state"));
            if (line.total() > 0) {
                bar.setValue(Math.min(1.0, (double) line.done() / line.total()));
            } else {
                bar.setIndeterminate(true);
            }
            cell.add(bar);
        }
        if (line.done() > 0) {
            var figures =
                    new Span(
                            line.total() > 0
                                    ? Shown.figure(line.done()) + " / " + Shown.figure(line.total())
                                    : getTranslation("ui.jobs.done", Shown.figure(line.done())));
            figures.addClassName("sub");
            cell.add(figures);
        }
        return cell;
    }

    private String state(JobLine line) {
        return line.cancelWanted() && line.state().isUnderWay()
                ? getTranslation("ui.jobs.cancelling")
                : messages.of(getLocale(), line.state());
    }

    private static String took(JobLine line) {
        var started = line.startedAt();
        var ended = line.endedAt();
        if (started == null || ended == null) {
            return Shown.NOTHING;
        }
        var seconds = Duration.between(started, ended).toSeconds();
        return "%d:%02d".formatted(seconds / 60, seconds % 60);
    }

    private Component ending(JobLine line) {
        boolean mine = line.username().equals(person.username());
        if (!line.state().isUnderWay()
                || line.cancelWanted()
                || !(mine || person.may(JobsPermissions.CANCEL))) {
            return new Span();
        }
        var cancel = new Button(getTranslation("ui.jobs.cancel"), click -> cancel(line.id()));
        cancel.addThemeVariants(ButtonVariant.LUMO_SMALL);
        return cancel;
    }

    void cancel(@Nullable UUID id) {
        if (id != null) {
            directory.cancel(id);
            Tell.done(getTranslation("ui.jobs.cancelWanted"));
            refresh();
        }
    }
}
