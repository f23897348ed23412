package org.kaiyuan.ui.jobs;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.kaiyuan.platform.jobs.JobsPermissions;
import org.kaiyuan.platform.jobs.SchedulerHealth;
import org.kaiyuan.platform.jobs.SchedulerWatch;
import org.kaiyuan.ui.kit.Narrow;
import org.kaiyuan.ui.kit.Shown;

/** How the scheduler does over all nodes: numbers and names of recurring work, nothing of what zones do. */
@Route("operate/scheduler")
@RolesAllowed(JobsPermissions.OPERATE)
class SchedulerView extends Main implements HasDynamicTitle {
    private static final int POLL_MILLIS = 5000;

    final Div figures = new Div();
    final Grid<SchedulerHealth.Recurring> recurring = new Grid<>();
    private final transient SchedulerWatch watch;

    SchedulerView(SchedulerWatch watch) {
        this.watch = watch;
        addClassName("detail-page");
        figures.addClassName("key-figures");
        recurring
                .addColumn(SchedulerHealth.Recurring::name)
                .setHeader(getTranslation("ui.scheduler.name"))
                .setFlexGrow(2);
        recurring
                .addColumn(one -> Shown.moment(one.lastSuccess()))
                .setHeader(getTranslation("ui.scheduler.lastSuccess"));
        recurring
                .addColumn(one -> Shown.moment(one.lastFailure()))
                .setHeader(getTranslation("ui.scheduler.lastFailure"));
        recurring
                .addColumn(one -> Shown.figure(one.failuresInARow()))
                .setHeader(getTranslation("ui.scheduler.failures"))
                .setTextAlign(ColumnTextAlign.END);
        recurring
                .addColumn(one -> Shown.moment(one.next()))
                .setHeader(getTranslation("ui.scheduler.next"));
        Narrow.stack(
                this,
                recurring,
                getTranslation("ui.scheduler.name"),
                one -> Narrow.line(one.name()),
                one -> said("ui.scheduler.lastSuccess", Shown.moment(one.lastSuccess())),
                one -> said("ui.scheduler.lastFailure", Shown.moment(one.lastFailure())),
                one -> said("ui.scheduler.next", Shown.moment(one.next())));
        recurring.setAllRowsVisible(true);
        recurring.setSelectionMode(Grid.SelectionMode.NONE);
        add(
                new H1(getTranslation("ui.scheduler")),
                figures,
                new H2(getTranslation("ui.scheduler.recurring")),
                recurring);
        refresh();
    }

    private Component said(String key, String what) {
        return Narrow.line(getTranslation(key) + " " + what);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ui.scheduler") + " · " + getTranslation("ui.product");
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        attached.getUI().setPollInterval(POLL_MILLIS);
        var polling = attached.getUI().addPollListener(poll -> refresh());
        addDetachListener(detached -> polling.remove());
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        detached.getUI().setPollInterval(-1);
    }

    void refresh() {
        var health = watch.health();
        figures.removeAll();
        figure("ui.scheduler.due", Shown.figure(health.due()));
        figure("ui.scheduler.oldest", Shown.moment(health.oldestDue()));
        figure("ui.scheduler.running", Shown.figure(health.running()));
        figure("ui.scheduler.waiting", Shown.figure(health.waiting()));
        figure("ui.scheduler.failing", Shown.figure(health.failing()));
        figure(
                "ui.scheduler.nodes",
                health.nodes().isEmpty() ? Shown.NOTHING : String.join("、", health.nodes()));
        recurring.setItems(health.recurring());
    }

    private void figure(String key, String value) {
        var figure = new Div(value);
        figure.addClassName("figure");
        var what = new Span(getTranslation(key));
        what.addClassName("what");
        var cell = new Div(what, figure);
        cell.addClassName("key-figure");
        figures.add(cell);
    }
}
