package org.kaiyuan.ui.operate;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.platform.search.Rebuild;
import org.kaiyuan.platform.search.RebuildProgress;
import org.kaiyuan.platform.search.RebuildState;
import org.kaiyuan.platform.search.SearchPermissions;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.Shown;

/** Building the search index anew from PostgreSQL, while searches go on in the old one. */
@Route("operate/search")
@RolesAllowed(SearchPermissions.REBUILD)
class SearchRebuildView extends Main implements HasDynamicTitle {
    private static final int LAST = 20;
    private static final int POLL_MILLIS = 1000;

    final List<Desk> desks = new ArrayList<>();
    final Grid<RebuildProgress> last = new Grid<>();

    private final transient Rebuild rebuild;
    private final transient Messages messages;
    private final transient Clock clock;

    SearchRebuildView(Rebuild rebuild, Messages messages, Clock clock) {
        this.rebuild = rebuild;
        this.messages = messages;
        this.clock = clock;
        addClassName("detail-page");
        add(
                new H1(getTranslation("ui.rebuild")),
                new Paragraph(getTranslation("ui.rebuild.detail")));
        for (var word : rebuild.words()) {
            var desk = new Desk(word);
            desks.add(desk);
            add(desk);
        }
        last.addColumn(one -> name(one.word())).setHeader(getTranslation("ui.rebuild.index"));
        last.addComponentColumn(this::state).setHeader(getTranslation("ui.rebuild.state"));
        last.addColumn(one -> Shown.figure(one.done()) + " / " + Shown.figure(one.total()))
                .setHeader(getTranslation("ui.rebuild.done"))
                .setTextAlign(ColumnTextAlign.END);
        last.addColumn(one -> Shown.moment(one.startedAt()))
                .setHeader(getTranslation("ui.rebuild.started"));
        last.addColumn(one -> Shown.moment(one.finishedAt()))
                .setHeader(getTranslation("ui.rebuild.finished"));
        last.addColumn(one -> Shown.text(one.reason()))
                .setHeader(getTranslation("ui.rebuild.reason"));
        last.setAllRowsVisible(true);
        last.setEmptyStateComponent(
                new EmptyState(Glyph.Of.REBUILD, getTranslation("ui.rebuild.none")));
        add(new H2(getTranslation("ui.rebuild.last")), last);
        refresh();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ui.rebuild") + " · " + getTranslation("ui.product");
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        attached.getUI().setPollInterval(POLL_MILLIS);
        addPoll(attached);
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        detached.getUI().setPollInterval(-1);
    }

    private void addPoll(AttachEvent attached) {
        var polling = attached.getUI().addPollListener(poll -> refresh());
        addDetachListener(detached -> polling.remove());
    }

    void refresh() {
        desks.forEach(Desk::refresh);
        last.setItems(rebuild.history(LAST));
    }

    private String name(String word) {
        return getTranslation("ui." + word);
    }

    private Span state(RebuildProgress one) {
        var chip = new Span(messages.of(getLocale(), one.state()));
        chip.addClassName("chip");
        if (one.state() == RebuildState.FAILED || one.state() == RebuildState.CANCELLED) {
            chip.addClassName("REVOKED");
        }
        return chip;
    }

    /** One index: how far its rebuild is, and starting or cancelling it. */
    class Desk extends Div {
        final Button start = new Button();
        final Button cancel = new Button();
        final ProgressBar bar = new ProgressBar();
        final Span told = new Span();
        private final String word;

        Desk(String word) {
            this.word = word;
            addClassName("form-group");
            start.setText(getTranslation("ui.rebuild.start"));
            start.setIcon(new Glyph(Glyph.Of.REBUILD));
            start.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            start.addClickListener(click -> {
                rebuild.start(word);
                SearchRebuildView.this.refresh();
            });
            cancel.setText(getTranslation("ui.rebuild.cancel"));
            cancel.addClickListener(click -> {
                rebuild.cancel(word);
                SearchRebuildView.this.refresh();
            });
            told.getElement().setAttribute("role", "status");
            bar.getElement().setAttribute("aria-label", getTranslation("ui.rebuild.done"));
            add(new H2(name(word)), told, bar, start, cancel);
        }

        void refresh() {
            var now = rebuild.progress(word).orElse(null);
            boolean running = now != null && now.state() == RebuildState.RUNNING;
            start.setVisible(!running);
            cancel.setVisible(running);
            bar.setVisible(running);
            if (now == null) {
                told.setText(getTranslation("ui.rebuild.never"));
            } else if (running) {
                bar.setValue(
                        now.total() == 0 ? 0 : Math.min(1.0, (double) now.done() / now.total()));
                var seconds =
                        Math.max(1, Duration.between(now.startedAt(), clock.instant()).toSeconds());
                told.setText(
                        getTranslation(
                                "ui.rebuild.running",
                                Shown.figure(now.done()),
                                Shown.figure(now.total()),
                                Shown.figure(now.done() / seconds)));
            } else {
                told.setText(
                        getTranslation(
                                "ui.rebuild.ended",
                                messages.of(getLocale(), now.state()),
                                Shown.moment(now.finishedAt()),
                                Shown.figure(now.done())));
            }
        }
    }
}
