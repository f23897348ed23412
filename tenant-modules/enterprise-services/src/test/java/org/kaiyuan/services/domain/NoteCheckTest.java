package org.kaiyuan.services.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kaiyuan.services.CaseAct;
import org.kaiyuan.services.Comparison;
import org.kaiyuan.services.Condition;
import org.kaiyuan.services.FieldKind;
import org.kaiyuan.services.FormField;
import org.kaiyuan.services.HandlingMode;
import org.kaiyuan.services.LetterKind;
import org.kaiyuan.services.LetterTemplate;
import org.kaiyuan.services.Material;
import org.kaiyuan.services.Prefill;
import org.kaiyuan.services.Procedure;
import org.kaiyuan.services.ProcedureStep;
import org.kaiyuan.services.ReviewSeat;
import org.kaiyuan.services.SaidServices;
import org.kaiyuan.services.SaidServices.Changed;
import org.kaiyuan.services.ServiceDefaults;
import org.kaiyuan.services.ServiceId;
import org.kaiyuan.services.ServiceKind;
import org.kaiyuan.services.ServiceNote;
import org.kaiyuan.services.ServiceTrack;
import org.kaiyuan.services.StepKind;

class NoteCheckTest {
    private static final ServiceNote GOOD = SaidServices.park("场地租用");

    private static List<String> faults(ServiceTrack track, ServiceNote note) {
        return NoteCheck.faults(track, note).stream()
                .map(one -> one.field() + " " + one.messageKey().replace("services.rule.", ""))
                .toList();
    }

    private static List<String> faults(ServiceNote note) {
        return faults(ServiceTrack.PARK, note);
    }

    private static Changed but() {
        return new Changed(GOOD);
    }

    @ParameterizedTest
    @EnumSource(ServiceTrack.class)
    void a_new_service_is_good_as_it_is(ServiceTrack track) {
        for (int days = 1; days <= 30; days++) {
            var note =
                    new Changed(ServiceDefaults.note(track, "新服务"))
                            .days(track == ServiceTrack.STATUTORY ? 60 : null, days)
                            .procedure(ServiceDefaults.procedure(track, days))
                            .parts(
                                    track == ServiceTrack.BUNDLE
                                            ? new ServiceId[] {ServiceId.next(), ServiceId.next()}
                                            : new ServiceId[0])
                            .note();
            assertThat(faults(track, note)).as("%s in %s days", track, days).isEmpty();
        }
    }

    @Test
    void days_keep_to_the_law_and_to_the_kind() {
        assertThat(
                        faults(
                                but().days(10, 11)
                                        .procedure(ServiceDefaults.procedure(ServiceTrack.PARK, 11))
                                        .note()))
                .containsExactly("promisedDays promisedBeyondLaw");
        assertThat(
                        faults(
                                but().days(0, 0)
                                        .procedure(ServiceDefaults.procedure(ServiceTrack.PARK, 0))
                                        .note()))
                .containsExactly("statutoryDays between", "promisedDays between");
        assertThat(
                        faults(
                                but().kind(ServiceKind.ON_THE_SPOT)
                                        .days(null, 2)
                                        .procedure(ServiceDefaults.procedure(ServiceTrack.PARK, 2))
                                        .note()))
                .containsExactly("promisedDays between");
        assertThat(
                        faults(
                                but().kind(ServiceKind.ON_THE_SPOT)
                                        .days(null, 0)
                                        .procedure(ServiceDefaults.procedure(ServiceTrack.PARK, 0))
                                        .note()))
                .isEmpty();
        assertThat(faults(ServiceTrack.STATUTORY, GOOD)).containsExactly("statutoryDays required");
        var ticket =
                new Changed(ServiceDefaults.note(ServiceTrack.TICKET, "报修"))
                        .days(20, 5)
                        .modes(HandlingMode.PLEDGE)
                        .note();
        assertThat(faults(ServiceTrack.TICKET, ticket))
                .containsExactly("statutoryDays ticketHasNoLaw", "modes ticketHasNoModes");
    }

    @Test
    void materials_have_a_name_and_a_key_of_their_own() {
        var deferrable =
                new Material(
                        "c",
                        "图",
                        null,
                        -1,
                        100,
                        true,
                        true,
                        false,
                        null,
                        List.of(new Condition("nobody", Comparison.IS, List.of("1"))),
                        List.of());
        var note =
                but().materials(
                                SaidServices.material("a", "执照"),
                                SaidServices.material("a", " "),
                                SaidServices.material("中", "证"),
                                deferrable)
                        .note();
        assertThat(faults(note))
                .containsExactly(
                        "materials[1].name required",
                        "materials[2].key key",
                        "materials[3].originals between",
                        "materials[3].copies between",
                        "materials[3].deferrable deferralOff",
                        "materials[3].when[0].field notBefore",
                        "materials[1].key twice");
    }

    @Test
    void fields_have_keys_choices_and_columns_as_their_kind_wants() {
        var table =
                new FormField(
                        "t",
                        FieldKind.TABLE,
                        "表",
                        null,
                        null,
                        false,
                        null,
                        List.of(),
                        new BigDecimal("1.5"),
                        null,
                        null,
                        List.of(
                                FormField.of("f", FieldKind.FILE, "附件", false),
                                FormField.of("f", FieldKind.TEXT, "文", false)),
                        null,
                        List.of());
        var note =
                SaidServices.with(
                        GOOD,
                        FormField.of("a b", FieldKind.TEXT, "甲", true),
                        FormField.of("c", FieldKind.CHOICE, " ", true),
                        SaidServices.choice("c", "1", "1"),
                        FormField.of("e", FieldKind.TABLE, "空表", true),
                        table,
                        new FormField(
                                "d",
                                FieldKind.DATE,
                                "日",
                                null,
                                null,
                                false,
                                null,
                                List.of(),
                                BigDecimal.TEN,
                                BigDecimal.ONE,
                                null,
                                List.of(),
                                Prefill.ENTERPRISE_NAME,
                                List.of()));
        assertThat(faults(note))
                .containsExactly(
                        "form.sections[0].fields[0].key fieldKey",
                        "form.sections[0].fields[1].label required",
                        "form.sections[0].fields[1].choices required",
                        "form.sections[0].fields[2].key twice",
                        "form.sections[0].fields[2].choices[1].value twice",
                        "form.sections[0].fields[3].columns required",
                        "form.sections[0].fields[4].least between",
                        "form.sections[0].fields[4].columns[0].kind columnNotSimple",
                        "form.sections[0].fields[4].columns[1].key twice",
                        "form.sections[0].fields[5].most mostBelowLeast",
                        "form.sections[0].fields[5].prefill prefill");
    }

    @Test
    void a_condition_looks_back_and_compares_what_can_be_compared() {
        var number = FormField.of("n", FieldKind.NUMBER, "数", true);
        var choice = SaidServices.choice("c", "a");
        assertThat(
                        faults(
                                SaidServices.with(
                                        GOOD,
                                        SaidServices.when(
                                                number,
                                                new Condition("c", Comparison.IS, List.of("a"))),
                                        SaidServices.when(
                                                choice,
                                                new Condition(
                                                        "n", Comparison.IS_FILLED, List.of())))))
                .as("in a circle")
                .containsExactly("form.sections[0].fields[0].when[0].field notBefore");
        assertThat(
                        faults(
                                SaidServices.with(
                                        GOOD,
                                        number,
                                        choice,
                                        SaidServices.when(
                                                FormField.of("x", FieldKind.TEXT, "x", true),
                                                new Condition(
                                                        "n", Comparison.AT_LEAST, List.of("很多")),
                                                new Condition("c", Comparison.IS, List.of("b")),
                                                new Condition(
                                                        "c", Comparison.AT_MOST, List.of("1")),
                                                new Condition(
                                                        "n", Comparison.AT_MOST, List.of("5")),
                                                new Condition(
                                                        "n", Comparison.IS_FILLED, List.of("5")),
                                                new Condition(
                                                        "x", Comparison.IS_FILLED, List.of())))))
                .containsExactly(
                        "form.sections[0].fields[2].when[0].values values",
                        "form.sections[0].fields[2].when[1].values values",
                        "form.sections[0].fields[2].when[2].is comparison",
                        "form.sections[0].fields[2].when[4].values values",
                        "form.sections[0].fields[2].when[5].field notBefore");
    }

    @Test
    void steps_are_complete_in_order_and_within_the_promise() {
        var steps = new ArrayList<>(GOOD.procedure().steps());
        steps.remove(5);
        steps.set(4, new ProcedureStep(StepKind.ACCEPT, null, 3, Set.of(CaseAct.DECIDE)));
        steps.set(2, new ProcedureStep(StepKind.DECIDE, null, 9, Set.of()));
        var note = but().procedure(new Procedure(steps, List.of())).note();
        assertThat(faults(note))
                .containsExactly(
                        "procedure.steps[3].step stepOrder",
                        "procedure.steps[4].step stepOrder",
                        "procedure.steps[4].acts actNotHere",
                        "procedure.steps[4].acts noWayOut",
                        "procedure.steps stepMissing",
                        "procedure.steps[3].days stepsBeyondPromise");
        assertThat(faults(ServiceTrack.TICKET, GOOD))
                .contains("procedure.steps[2].step stepNotHere", "letters[0].kind letterNotHere");
        var slow = new ArrayList<>(GOOD.procedure().steps());
        slow.set(2, new ProcedureStep(StepKind.ACCEPT, null, 5, Set.of()));
        slow.set(5, new ProcedureStep(StepKind.DELIVER, null, 11, Set.of()));
        assertThat(faults(but().procedure(new Procedure(slow, List.of())).note()))
                .containsExactly(
                        "procedure.steps[2].days acceptBeyondLaw",
                        "procedure.steps[5].days deliverBeyondLaw");
    }

    @Test
    void seats_are_each_another() {
        var seats =
                List.of(
                        new ReviewSeat("a", "规划", null, 3),
                        new ReviewSeat("a", "规划", null, 11),
                        new ReviewSeat("b", "", null, 1));
        assertThat(faults(but().procedure(new Procedure(GOOD.procedure().steps(), seats)).note()))
                .containsExactly(
                        "procedure.seats[1].days between",
                        "procedure.seats[2].name required",
                        "procedure.seats[1].key twice",
                        "procedure.seats[1].name twice");
    }

    @Test
    void letters_name_places_that_can_be_filled_in_and_are_numbered() {
        var good =
                new LetterTemplate(
                        LetterKind.ACCEPTANCE, "受理", "受〔{year}〕{number}号", "{applicant}");
        assertThat(
                        faults(
                                but().letters(
                                                new LetterTemplate(
                                                        LetterKind.STOP,
                                                        "停",
                                                        "停{year}",
                                                        "{due-on}"),
                                                new LetterTemplate(
                                                        LetterKind.RESUME,
                                                        "复",
                                                        "{number}{applicant}",
                                                        "{T(java.lang.Runtime)}"),
                                                new LetterTemplate(
                                                        LetterKind.EXTENSION,
                                                        "延",
                                                        "{number}",
                                                        "{days"),
                                                good,
                                                good)
                                        .note()))
                .containsExactly(
                        "letters[0].numbering numbering",
                        "letters[1].body place",
                        "letters[1].numbering place",
                        "letters[2].body brace",
                        "letters[4].kind twice");
        assertThat(faults(but().letters().note())).as("the ready-made ones are used").isEmpty();
    }

    @Test
    void only_a_bundle_has_parts_and_it_has_several() {
        var part = ServiceId.next();
        assertThat(faults(but().parts(part).note())).containsExactly("parts partsOfNoBundle");
        var bundle = ServiceDefaults.note(ServiceTrack.BUNDLE, "开办一件事");
        assertThat(faults(ServiceTrack.BUNDLE, bundle)).containsExactly("parts between");
        assertThat(faults(ServiceTrack.BUNDLE, new Changed(bundle).parts(part, part).note()))
                .containsExactly("parts twice");
    }

    @Test
    void guides_have_a_title_and_topics_are_short() {
        assertThat(faults(but().title(" ").topics("融资", "融资 ", "").note()))
                .containsExactly("guide.title required", "topics[2] required", "topics[1] twice");
        assertThat(faults(but().title("长".repeat(301)).conditions("长".repeat(4001)).note()))
                .containsExactly("guide.title longest", "guide.conditions longest");
    }
}
