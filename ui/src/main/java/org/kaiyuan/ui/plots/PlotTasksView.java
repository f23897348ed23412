package org.kaiyuan.ui.plots;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.leads.LeadId;
import org.kaiyuan.leads.LeadPermissions;
import org.kaiyuan.plots.PlotPermissions;
import org.kaiyuan.plots.ReservationTask;
import org.kaiyuan.ui.kit.AskDialog;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.PlainTable;
import org.kaiyuan.ui.kit.Shown;
import org.kaiyuan.ui.leads.LeadNavigation;

/** Leads that have signed without a plot being held for them: somebody has to see to it. */
@Route("plots/tasks")
@RolesAllowed(PlotPermissions.READ)
class PlotTasksView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    private static final int PAGE = 50;

    private final transient MatchDoors doors;
    final Div list = new Div();

    PlotTasksView(MatchDoors doors) {
        this.doors = doors;
        addClassNames("detail-page");
        add(
                new H1(getTranslation("ui.plots.tasks")),
                new Paragraph(getTranslation("ui.plots.tasks.detail")),
                list);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(null);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ui.plots.tasks") + " · " + getTranslation("ui.product");
    }

    private void show(@Nullable String after) {
        list.removeAll();
        if (!doors.person().may(LeadPermissions.READ)) {
            list.add(new EmptyState(Glyph.Of.CHECK, getTranslation("ui.plots.tasks.none")));
            return;
        }
        var page = doors.tasks().open(after, PAGE);
        if (page.items().isEmpty()) {
            list.add(new EmptyState(Glyph.Of.CHECK, getTranslation("ui.plots.tasks.none")));
            return;
        }
        var table =
                new PlainTable(
                        getTranslation("ui.plots.tasks"),
                        List.of(
                                getTranslation("ui.plots.reserve.lead"),
                                getTranslation("plots.column.number"),
                                getTranslation("ui.plots.tasks.why"),
                                getTranslation("ui.plots.tasks.at"),
                                getTranslation("ui.plots.reservations.acts")));
        page.items()
                .forEach(task ->
                        table.row(
                                lead(task),
                                new Anchor(
                                        PlotNavigation.plot(task.plot()),
                                        task.plotNumber() + " " + task.plotName()),
                                doors.messages().of(getLocale(), task.reason()),
                                Shown.moment(task.openedAt()),
                                done(task)));
        list.add(table);
        var next = page.next();
        if (next != null) {
            list.add(new Button(getTranslation("ui.more"), click -> show(next)));
        }
    }

    private Component lead(ReservationTask task) {
        return task.lead() == null
                ? new Span(getTranslation("ui.plots.reservations.hidden"))
                : new Anchor(
                        LeadNavigation.lead(new LeadId(task.lead())), Shown.text(task.leadName()));
    }

    private Component done(ReservationTask task) {
        if (!doors.person().may(PlotPermissions.RESERVE)) {
            return new Span();
        }
        var button =
                new Button(
                        getTranslation("ui.plots.tasks.done"),
                        click -> {
                            var note = new TextArea();
                            note.setMaxLength(1000);
                            var dialog =
                                    new AskDialog(
                                            getTranslation("ui.plots.tasks.done"),
                                            getTranslation("ui.plots.tasks.done"),
                                            () -> {
                                                doors.tasks().done(task.id(), note.getValue());
                                                show(null);
                                            });
                            dialog.with("note", getTranslation("ui.plots.tasks.note"), note);
                            dialog.open();
                        });
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        return button;
    }
}
