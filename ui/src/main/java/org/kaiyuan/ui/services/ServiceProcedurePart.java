package org.kaiyuan.ui.services;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.refusal.Refusal.FieldFault;
import org.kaiyuan.services.CaseAct;
import org.kaiyuan.services.Procedure;
import org.kaiyuan.services.ProcedureStep;
import org.kaiyuan.services.ReviewSeat;
import org.kaiyuan.services.ServiceNote;
import org.kaiyuan.services.ServicesFieldsRefused;
import org.kaiyuan.services.StepKind;
import org.kaiyuan.ui.kit.AskDialog;

/** How a service is handled: its steps in the order of the law, and who is asked during 审查. */
final class ServiceProcedurePart extends ServiceEditPart {
    final transient Map<StepKind, Step> steps = new EnumMap<>(StepKind.class);
    final ServiceLines<ReviewSeat> seats;
    private final SerializableRunnable changed;
    private final TreeSet<String> teams = new TreeSet<>();

    ServiceProcedurePart(ServiceCatalogueDoors doors, SerializableRunnable changed) {
        super(doors);
        this.changed = changed;
        var lines = new Div();
        lines.addClassName("procedure-steps");
        for (var kind : StepKind.values()) {
            var step = new Step(kind);
            steps.put(kind, step);
            lines.add(step);
        }
        seats =
                new ServiceLines<>(
                        word("seat.add"),
                        word("seats.none"),
                        (seat, at) -> summary(seat),
                        this::edit,
                        changed);
        add(
                new Paragraph(word("procedure.detail")),
                lines,
                new H2(word("seats")),
                new Paragraph(word("seats.detail")),
                seats);
    }

    @Override
    void show(ServiceNote note) {
        var procedure = note.procedure();
        procedure.steps().forEach(one -> know(one.team()));
        procedure.seats().forEach(one -> know(one.team()));
        steps.forEach((kind, step) -> step.show(procedure.of(kind)));
        seats.show(procedure.seats());
    }

    Procedure procedure() {
        return new Procedure(
                steps.values().stream().map(Step::value).filter(Objects::nonNull).toList(),
                seats.value());
    }

    @Override
    void mark(List<FieldFault> faults, ServiceFaultWords words) {
        var rest = new ArrayList<>(faults);
        mark(seats, "procedure.seats", faults, words, rest);
        tell(rest, words);
    }

    private void know(@Nullable String team) {
        if (team != null) {
            teams.add(team);
        }
    }

    private ComboBox<String> team(String label) {
        var field = new ComboBox<String>();
        field.setLabel(label);
        field.setPlaceholder(word("team.any"));
        field.setAllowCustomValue(true);
        field.setClearButtonVisible(true);
        field.setItems(teams);
        field.addCustomValueSetListener(set -> {
            var said = ServiceCells.said(set.getDetail());
            if (said != null && said.length() <= 60) {
                field.setValue(said);
            }
        });
        return field;
    }

    private Component summary(ReviewSeat seat) {
        return ServiceCells.named(
                new Span(seat.name()),
                Objects.requireNonNullElse(seat.team(), word("team.any"))
                        + " · "
                        + getTranslation("ui.services.catalogue.days", seat.days()));
    }

    private void edit(int at) {
        var before = at == ServiceLines.NEW ? null : seats.value().get(at);
        var name = new TextField();
        var days = new IntegerField();
        var team = team("");
        var dialog =
                new AskDialog(
                        word(before == null ? "seat.add" : "seat"),
                        word("apply"),
                        () -> {
                            if (name.getValue().isBlank()) {
                                throw new ServicesFieldsRefused("name", "services.rule.required");
                            }
                            if (days.getValue() == null) {
                                throw new ServicesFieldsRefused("days", "services.rule.required");
                            }
                            know(team.getValue());
                            seats.put(
                                    at,
                                    new ReviewSeat(
                                            before == null ? key() : before.key(),
                                            name.getValue().strip(),
                                            team.getValue(),
                                            days.getValue()));
                        });
        dialog.with("name", word("seat.name"), name).setMaxLength(100);
        dialog.with("team", word("team"), team);
        dialog.with("days", word("seat.days"), days).setMin(1);
        days.setMax(365);
        if (before != null) {
            name.setValue(before.name());
            team.setValue(before.team());
            days.setValue(before.days());
        }
        dialog.open();
    }

    private String key() {
        var used = new HashSet<String>();
        seats.value().forEach(one -> used.add(one.key()));
        int number = used.size() + 1;
        while (used.contains("s" + number)) {
            number++;
        }
        return "s" + number;
    }

    /** What can be done in a step, as far as a service may narrow it. */
    private static List<CaseAct> acts(StepKind step) {
        return switch (step) {
            case APPLY -> List.of(CaseAct.SUBMIT, CaseAct.WITHDRAW);
            case PRECHECK ->
                    List.of(
                            CaseAct.PRECHECK,
                            CaseAct.ASK_SUPPLEMENT,
                            CaseAct.SUPPLEMENT,
                            CaseAct.WITHDRAW,
                            CaseAct.REMARK);
            case ACCEPT ->
                    List.of(
                            CaseAct.ACCEPT,
                            CaseAct.ACCEPT_DEFERRED,
                            CaseAct.NOT_ACCEPT,
                            CaseAct.ASK_SUPPLEMENT,
                            CaseAct.SUPPLEMENT,
                            CaseAct.WITHDRAW,
                            CaseAct.REMARK);
            case REVIEW ->
                    List.of(
                            CaseAct.CHECK,
                            CaseAct.DEFERRED_HANDED_IN,
                            CaseAct.STOP,
                            CaseAct.RESUME,
                            CaseAct.ASK_EXTENSION,
                            CaseAct.EXTEND,
                            CaseAct.DECLINE_EXTENSION,
                            CaseAct.ASK_OPINION,
                            CaseAct.GIVE_OPINION,
                            CaseAct.ASSIGN,
                            CaseAct.WITHDRAW,
                            CaseAct.REMARK);
            case DECIDE ->
                    List.of(
                            CaseAct.DECIDE,
                            CaseAct.UPPER_DECIDED,
                            CaseAct.ANSWER,
                            CaseAct.WITHDRAW,
                            CaseAct.REMARK);
            case DELIVER -> List.of(CaseAct.DELIVER, CaseAct.VERIFY_PLEDGE, CaseAct.REMARK);
            case ARCHIVE -> List.of(CaseAct.ARCHIVE, CaseAct.REMARK);
        };
    }

    /** A step and how this service takes it. */
    final class Step extends Div {
        final Checkbox taken = new Checkbox();
        final ComboBox<String> team;
        final IntegerField days = new IntegerField();
        final MultiSelectComboBox<CaseAct> acts = new MultiSelectComboBox<>();
        private final StepKind kind;

        Step(StepKind kind) {
            this.kind = kind;
            addClassName("procedure-step");
            var name = doors.messages().of(getLocale(), kind);
            getElement().setAttribute("role", "group");
            getElement().setAttribute("aria-label", name);
            taken.setLabel(name);
            team = team(word("team"));
            days.setLabel(word("step.days"));
            days.setMin(0);
            days.setMax(365);
            acts.setLabel(word("step.acts"));
            acts.setPlaceholder(word("step.acts.all"));
            acts.setItems(ServiceProcedurePart.acts(kind));
            acts.setItemLabelGenerator(one -> doors.messages().of(getLocale(), one));
            acts.setClearButtonVisible(true);
            add(taken, team, days, acts);
            taken.addValueChangeListener(change -> {
                settle();
                changed.run();
            });
            settle();
        }

        void show(@Nullable ProcedureStep step) {
            taken.setValue(step != null);
            team.setValue(step == null ? null : step.team());
            days.setValue(step == null ? null : step.days());
            var allowed = EnumSet.noneOf(CaseAct.class);
            if (step != null) {
                allowed.addAll(step.acts());
                allowed.retainAll(ServiceProcedurePart.acts(kind));
            }
            acts.setValue(allowed);
            settle();
        }

        private void settle() {
            boolean on = taken.getValue();
            team.setEnabled(on);
            days.setEnabled(on);
            acts.setEnabled(on);
        }

        @Nullable ProcedureStep value() {
            return taken.getValue()
                    ? new ProcedureStep(kind, team.getValue(), days.getValue(), acts.getValue())
                    : null;
        }
    }
}
