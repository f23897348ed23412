package org.kaiyuan.ui.services;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
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
import org.kaiyuan.services.ServiceTrack;
import org.kaiyuan.services.ServicesFieldsRefused;
import org.kaiyuan.services.StepActs;
import org.kaiyuan.services.StepKind;
import org.kaiyuan.ui.kit.AskDialog;

/** How a service is handled: its steps in the order of the law, and who is asked during 审查. */
final class ServiceProcedurePart extends ServiceEditPart {
    final transient Map<StepKind, Step> steps = new EnumMap<>(StepKind.class);
    final ServiceLines<ReviewSeat> seats;
    private final ServiceTrack track;
    private final SerializableRunnable changed;
    private final TreeSet<String> teams = new TreeSet<>();

    ServiceProcedurePart(
            ServiceCatalogueDoors doors, ServiceTrack track, SerializableRunnable changed) {
        super(doors);
        this.track = track;
        this.changed = changed;
        teams.addAll(doors.teams().known());
        var lines = new Div();
        lines.addClassName("procedure-steps");
        for (var kind : StepActs.steps(track)) {
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
        var asked = new Div(new H2(word("seats")), new Paragraph(word("seats.detail")), seats);
        add(new Paragraph(word("procedure.detail")), lines, asked);
        asked.setVisible(track != ServiceTrack.TICKET); // nobody else is asked there
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
        var taken = steps.values().stream().filter(step -> step.taken.getValue()).toList();
        for (int i = 0; i < taken.size(); i++) {
            taken.get(i)
                    .mark(ServiceFaultWords.of(faults, "procedure.steps[" + i + "]"), words, rest);
        }
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
        field.addValueChangeListener(change -> hint(field));
        return field;
    }

    /** A new word may be a team that is still to come. */
    private void hint(ComboBox<String> field) {
        var team = field.getValue();
        field.setHelperText(
                team == null || doors.teams().reaches(team) ? null : word("team.unreached"));
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
            acts.setItems(StepActs.of(track, kind));
            acts.setItemLabelGenerator(one -> doors.messages().of(getLocale(), one));
            acts.setClearButtonVisible(true);
            for (var one : List.<HasValidation>of(team, days, acts)) {
                one.setManualValidation(true);
            }
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
                allowed.retainAll(StepActs.of(track, kind));
            }
            acts.setValue(allowed);
            settle();
        }

        /** What is wrong with one of its fields is said there. */
        private void mark(List<FieldFault> faults, ServiceFaultWords words, List<FieldFault> rest) {
            mark(team, ".team", faults, words, rest);
            mark(days, ".days", faults, words, rest);
            mark(acts, ".acts", faults, words, rest);
        }

        private void mark(
                HasValidation field,
                String name,
                List<FieldFault> faults,
                ServiceFaultWords words,
                List<FieldFault> rest) {
            var own = faults.stream().filter(one -> one.field().endsWith(name)).toList();
            rest.removeAll(own);
            field.setInvalid(!own.isEmpty());
            field.setErrorMessage(own.isEmpty() ? "" : words.sentence(own.getFirst()));
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
