package org.kaiyuan.ui.delegation;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.delegation.DelegationPermissions;
import org.kaiyuan.delegation.PowerRequest;
import org.kaiyuan.delegation.PowerRequestId;
import org.kaiyuan.delegation.PowerRequestRecords;
import org.kaiyuan.delegation.PowerRequesting;
import org.kaiyuan.delegation.RequestSide;
import org.kaiyuan.delegation.RequestState;
import org.kaiyuan.delegation.UnknownPowerRequest;
import org.kaiyuan.platform.audit.ChangeEntry;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.Shown;
import org.kaiyuan.ui.timeline.ChangeWords;

/** One request, as this side has it: what is asked, the four answers, files, notes of one's own. */
@Route("delegation/requests/:request")
@RolesAllowed(DelegationPermissions.READ)
class PowerRequestView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    /** What is longer is not repeated beside the record that says it. */
    private static final int LONGEST_SAID = 20;

    private final transient PowerUseDoors doors;
    private final transient PowerRequestDialogs dialogs;
    private transient PowerRequestId id = new PowerRequestId(new UUID(0, 0));
    private String title = "";

    PowerRequestView(PowerUseDoors doors) {
        this.doors = doors;
        dialogs = new PowerRequestDialogs(doors, this, this::reload);
        addClassNames("detail-page", "power-request");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        try {
            id =
                    new PowerRequestId(
                            UUID.fromString(event.getRouteParameters().get("request").orElse("")));
            show(doors.requests().get(id));
        } catch (UnknownPowerRequest | IllegalArgumentException unknown) {
            title = getTranslation("ui.not-found.title");
            add(
                    new EmptyState(
                            Glyph.Of.SEARCH,
                            getTranslation("delegation.use.refusal.unknownRequest"),
                            PowerUseCells.link("delegation/requests", word("back"))));
        }
    }

    @Override
    public String getPageTitle() {
        return title + " · " + getTranslation("ui.product");
    }

    private void reload() {
        removeAll();
        show(doors.requests().get(id));
    }

    private void show(PowerRequest request) {
        title = request.said().matterName();
        var chips = new Div(PowerUseCells.of(doors.messages(), getLocale(), request.state()));
        chips.addClassName("chips");
        if (request.round() > 1) {
            chips.add(PowerUseCells.chip(word("round", request.round()), "neutral"));
        }
        var main = new Div(steps(request), files(request));
        var side = new Div(notes(request), history());
        var beside = new Div(main, side);
        beside.addClassName("beside");
        add(
                PowerUseCells.link("delegation/requests", word("back")),
                new H1(title),
                chips,
                told(request),
                actions(request),
                facts(request),
                beside);
    }

    /** What this side should do next, or waits for. */
    private Component told(PowerRequest request) {
        var said = new Paragraph();
        var next = request.next();
        said.setText(
                switch (request.state()) {
                    case DRAFT -> word("told.DRAFT");
                    case RETURNED ->
                            word(
                                    request.side() == RequestSide.PARK
                                            ? "told.RETURNED"
                                            : "told.RETURNED.there");
                    case SENT ->
                            word(
                                    request.answeredHere() ? "told.SENT.here" : "told.SENT",
                                    next == null ? "" : doors.messages().of(getLocale(), next));
                    case GRANTED -> word("told.GRANTED", Shown.date(request.endedOn()));
                    case REFUSED -> word("told.REFUSED", Shown.date(request.endedOn()));
                    case WITHDRAWN ->
                            word(
                                    "told.WITHDRAWN",
                                    Shown.moment(request.withdrawnAt()),
                                    Shown.text(request.withdrawnWhy()));
                });
        said.addClassName("told");
        said.getElement().setAttribute("role", "status");
        return said;
    }

    private Component actions(PowerRequest request) {
        var row = new Div();
        row.addClassName("actions");
        if (request.side() != RequestSide.PARK || !doors.writes()) {
            return row;
        }
        if (request.state().isWritable()) {
            var send =
                    new Button(
                            word(request.round() == 0 ? "send" : "sendAgain"),
                            click -> dialogs.send(request));
            send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            row.add(
                    send,
                    new Button(
                            word("change"),
                            new Glyph(Glyph.Of.EDIT),
                            click ->
                                    getUI().ifPresent(ui ->
                                            ui.navigate(PowerRequestsView.address(id) + "/edit"))));
        }
        if (request.state() == RequestState.GRANTED) {
            var draft =
                    new Button(
                            word("draft"),
                            click -> dialogs.draft(request, doors.requests().granted(id)));
            draft.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            row.add(draft);
        }
        if (!request.state().hasEnded()) {
            row.add(new Button(word("withdraw"), click -> dialogs.withdraw(request)));
        }
        return row;
    }

    private Component facts(PowerRequest request) {
        var said = request.said();
        return PowerUseCells.facts(
                PowerUseCells.fact(word("field.matterCode"), said.matterCode()),
                PowerUseCells.fact(word("field.originalAuthority"), said.originalAuthority()),
                PowerUseCells.fact(word("zone"), request.zoneName()),
                PowerUseCells.fact(word("supervisor"), request.supervisorName()),
                PowerUseCells.fact(
                        word("sentAt"),
                        request.sentAt() == null ? null : Shown.moment(request.sentAt())),
                PowerUseCells.fact(
                        word("field.cases"),
                        said.cases() == null ? null : Shown.figure(said.cases())),
                whole(PowerUseCells.fact(word("field.reason"), said.reason())),
                whole(PowerUseCells.fact(word("field.casesSaid"), said.casesSaid())),
                whole(PowerUseCells.fact(word("field.readinessSaid"), said.readinessSaid())));
    }

    private static @Nullable Div whole(@Nullable Div fact) {
        if (fact != null) {
            fact.addClassName("whole");
        }
        return fact;
    }

    private Component steps(PowerRequest request) {
        var section = new Section(new H2(word("steps")));
        if (request.round() == 0) {
            section.add(new Paragraph(word("steps.later")));
            return section;
        }
        section.add(
                new PowerRequestSteps(
                        doors,
                        request,
                        new PowerRequestSteps.Acts(
                                step -> dialogs.answer(request, step, null),
                                answer -> dialogs.answer(request, answer.step(), answer),
                                answer -> dialogs.publish(request, answer))));
        return section;
    }

    private Component files(PowerRequest request) {
        var section =
                new Section(
                        new H2(word("files")),
                        new Paragraph(
                                word(
                                        request.side() == RequestSide.PARK
                                                ? "files.park"
                                                : "files.supervisor")));
        section.add(doors.panels().files(PowerRequestRecords.of(id)));
        return section;
    }

    private Component notes(PowerRequest request) {
        var section = new Section(new H2(word("notes")));
        var text = new Div(Shown.text(request.notes()));
        text.addClassNames("value", "request-notes");
        section.add(new Span(word("notes.detail")), text);
        boolean may = request.side() == RequestSide.PARK ? doors.writes() : doors.answers();
        if (may) {
            var change = new Button(word("notes.change"), click -> dialogs.notes(request));
            change.addThemeVariants(ButtonVariant.LUMO_SMALL);
            section.add(change);
        }
        section.addClassName("lead-section");
        return section;
    }

    private Component history() {
        return doors.panels()
                .timeline(
                        PowerRequestRecords.of(id),
                        new ChangeWords() {
                            @Override
                            public String act(ChangeEntry change) {
                                return doors.audit()
                                        .act(getLocale(), PowerRequesting.SUBJECT, change.act());
                            }

                            @Override
                            public String field(ChangeEntry change, String field) {
                                var name =
                                        doors.audit()
                                                .field(getLocale(), PowerRequesting.SUBJECT, field);
                                return change.after() == null
                                                || change.after().length() > LONGEST_SAID
                                        ? name
                                        : name + " " + change.after();
                            }
                        });
    }

    private String word(String key, Object... arguments) {
        return getTranslation("ui.powerRequest." + key, arguments);
    }
}
