package org.kaiyuan.ui.services;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.refusal.Refusal;
import org.kaiyuan.services.CounterNote;
import org.kaiyuan.services.FormAnswers;
import org.kaiyuan.services.HandlingMode;
import org.kaiyuan.services.OpenService;
import org.kaiyuan.services.ServicesPermissions;
import org.kaiyuan.services.UnknownService;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.UnsavedInput;

/** 窗口收件: handing in for the person in front of the desk; ends with a receipt. The address says which service. */
@Route(CaseNavigation.COUNTER)
@RolesAllowed(ServicesPermissions.HANDLE)
class CaseCounterView extends Main
        implements BeforeEnterObserver, BeforeLeaveObserver, HasDynamicTitle {
    final ComboBox<CounterServiceChoice.Entry> service;
    final Button take = new Button();
    final Div body = new Div();
    private final transient CounterDoors doors;
    private final UnsavedInput unsaved = new UnsavedInput(body, this::isTouched);
    private final Div wrong = new Div();
    private transient @Nullable OpenService chosen;
    private @Nullable FormPane form;
    private @Nullable CounterApplicant who;
    private @Nullable CounterMaterials papers;
    private UUID key = UUID.randomUUID();
    private boolean taken;
    private boolean settling;

    CaseCounterView(CounterDoors doors) {
        this.doors = doors;
        service = new CounterServiceChoice(doors.services()).field();
        addClassNames("detail-page", "counter-page");
        service.setLabel(word("counter.service"));
        service.setPlaceholder(word("counter.service.placeholder"));
        service.setPrefixComponent(new Glyph(Glyph.Of.SEARCH));
        service.setWidthFull();
        service.addValueChangeListener(change -> choose(change.getValue()));
        wrong.addClassNames("lead-note", "counter-wrong");
        wrong.getElement().setAttribute("role", "alert");
        wrong.setVisible(false);
        take.setText(word("counter.take"));
        take.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        take.setDisableOnClick(true);
        take.addClickListener(click -> {
            try {
                takeIn();
            } finally {
                take.setEnabled(true);
            }
        });
        var head = new Div(new H1(word("place.counter")));
        head.addClassName("page-head");
        add(head, new Paragraph(word("counter.detail")), service, body);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var asked =
                CaseQuestion.service(
                        CaseQuestion.text(event.getLocation().getQueryParameters(), "service"));
        clear();
        settling = true;
        service.clear();
        if (asked == null) {
            body.add(new EmptyState(Glyph.Of.SEARCH, word("counter.none")));
        } else {
            try {
                var open = doors.services().of(asked);
                service.setValue(
                        new CounterServiceChoice.Entry(
                                open.id().value(), open.note().title(), open.code()));
                fill(open);
            } catch (UnknownService unknown) {
                body.add(
                        new EmptyState(
                                Glyph.Of.SEARCH,
                                getTranslation(unknown.messageKey(), unknown.arguments())));
            }
        }
        settling = false;
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        unsaved.ask(event);
    }

    @Override
    public String getPageTitle() {
        return word("place.counter") + " · " + getTranslation("ui.product");
    }

    private void choose(CounterServiceChoice.@Nullable Entry entry) {
        if (settling) {
            return;
        }
        var asked =
                entry == null
                        ? QueryParameters.empty()
                        : QueryParameters.of("service", entry.id().toString());
        getUI().ifPresent(ui -> ui.navigate(CaseCounterView.class, asked));
    }

    private void clear() {
        body.removeAll();
        wrong.setVisible(false);
        service.setVisible(true);
        chosen = null;
        form = null;
        who = null;
        papers = null;
        taken = false;
        key = UUID.randomUUID();
    }

    private void fill(OpenService open) {
        chosen = open;
        var fields = new FormPane(open.note().form(), FormPane.Files.NONE);
        var applicant = new CounterApplicant(doors.enterprises());
        var materials = new CounterMaterials(doors.cases().messages(), open);
        applicant.onEnterprise(profile ->
                fields.show(CounterPrefill.filled(open.note().form(), fields.answers(), profile)));
        fields.onChange(() -> materials.follow(fields.answers()));
        materials.follow(FormAnswers.NONE);
        form = fields;
        who = applicant;
        papers = materials;
        body.add(about(open), applicant);
        if (!open.note().form().fields().isEmpty()) {
            body.add(fields);
        }
        var bar = new Div(take);
        bar.addClassName("form-bar");
        body.add(materials, wrong, bar);
    }

    /** What to tell the person before anything is written. */
    private Component about(OpenService open) {
        var chips = CaseCells.chips();
        if (open.here() != null) {
            chips.add(
                    CaseCells.chip(
                            word(open.here() ? "counter.here" : "counter.upper"),
                            open.here() ? "good" : "waiting"));
        }
        chips.add(CaseCells.chip(word("counter.promised", open.note().promisedDays()), "neutral"));
        open.note().modes().stream()
                .sorted()
                .forEach(mode ->
                        chips.add(
                                CaseCells.chip(
                                        doors.cases().messages().of(getLocale(), mode),
                                        "neutral")));
        var group = new Div(new H2(open.note().title()), chips);
        group.addClassName("form-group");
        var guide = open.note().guide();
        group.add(
                CaseCells.facts(
                        CaseCells.fact(word("ruling.body"), open.body()),
                        CaseCells.fact(
                                word("ruling.why"),
                                open.why() == null
                                        ? null
                                        : doors.cases().messages().of(getLocale(), open.why())),
                        CaseCells.fact(word("guide.audience"), guide.audience()),
                        CaseCells.fact(word("guide.conditions"), guide.conditions()),
                        CaseCells.fact(word("guide.fees"), guide.fees())));
        return group;
    }

    void takeIn() {
        var open = chosen;
        var fields = form;
        var applicant = who;
        var materials = papers;
        if (open == null || fields == null || applicant == null || materials == null || taken) {
            return;
        }
        applicant.clearMarks();
        wrong.setVisible(false);
        try {
            var enterprise = applicant.enterprise();
            var receipt =
                    doors.counter()
                            .takeIn(
                                    new CounterNote(
                                            open.id(),
                                            enterprise,
                                            applicant.enterpriseName(),
                                            applicant.creditCode(),
                                            applicant.applicant(),
                                            fields.answers(),
                                            materials.pledged(),
                                            materials.deferred(),
                                            materials.held()),
                                    key);
            taken = true;
            unsaved.saved();
            body.removeAll();
            service.setVisible(false);
            body.add(
                    new CounterReceipt(
                            doors.cases(), receipt, applicant.enterpriseName(), this::again));
        } catch (Refusal refused) {
            if (refused.fields().isEmpty()) {
                throw refused;
            }
            say(refused, fields, applicant);
        }
    }

    /** Each fault at its field; what has none here is said above the button. */
    private void say(Refusal refused, FormPane fields, CounterApplicant applicant) {
        var elsewhere = new ArrayList<String>();
        for (var fault : refused.fields()) {
            var sentence = getTranslation(fault.messageKey(), fault.arguments().toArray());
            if (!fault.field().startsWith("answers.") && !applicant.mark(fault.field(), sentence)) {
                elsewhere.add(papers == null ? sentence : papers.named(fault.field(), sentence));
            }
        }
        fields.mark(refused.fields());
        wrong.removeAll();
        wrong.add(new Div(doors.cases().messages().text(getLocale(), refused)));
        elsewhere.forEach(sentence -> wrong.add(new Div(sentence)));
        wrong.setVisible(true);
        wrong.scrollIntoView();
    }

    private void again() {
        getUI().ifPresent(ui -> ui.navigate(CaseNavigation.COUNTER));
    }

    private boolean isTouched() {
        return !taken
                && (who != null && who.isTouched()
                        || form != null && !form.answers().equals(FormAnswers.NONE));
    }

    boolean hasPledge() {
        return chosen != null && chosen.note().modes().contains(HandlingMode.PLEDGE);
    }

    private String word(String key, Object... arguments) {
        return getTranslation("ui.services.desk." + key, arguments);
    }
}
