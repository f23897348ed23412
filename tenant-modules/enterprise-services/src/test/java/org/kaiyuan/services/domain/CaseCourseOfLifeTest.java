package org.kaiyuan.services.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kaiyuan.services.CaseAct;
import org.kaiyuan.services.CaseCourse;
import org.kaiyuan.services.CaseState;
import org.kaiyuan.services.Procedure;
import org.kaiyuan.services.ProcedureStep;
import org.kaiyuan.services.ReviewSeat;
import org.kaiyuan.services.ServiceTrack;
import org.kaiyuan.services.StepKind;

class CaseCourseOfLifeTest {
    @ParameterizedTest
    @EnumSource(
            value = CaseState.class,
            names = {"ARCHIVED", "NOT_ACCEPTED", "WITHDRAWN"})
    void what_has_ended_stays_as_it_is(CaseState ended) {
        for (var track : ServiceTrack.values()) {
            for (var next : CaseState.values()) {
                assertThat(CaseCourseOfLife.mayBecome(track, ended, next)).isFalse();
            }
            assertThat(CaseCourseOfLife.acts(ended, track, CaseCourse.OWN))
                    .isEqualTo(
                            ended == CaseState.ARCHIVED
                                    ? Set.of(CaseAct.REMARK)
                                    : Set.of(CaseAct.REMARK, CaseAct.ARCHIVE));
        }
    }

    @Test
    void nothing_is_decided_before_it_was_accepted_but_a_ticket() {
        for (var track : ServiceTrack.values()) {
            assertThat(CaseCourseOfLife.mayBecome(track, CaseState.SUBMITTED, CaseState.DECIDED))
                    .isEqualTo(track == ServiceTrack.TICKET);
            assertThat(CaseCourseOfLife.mayBecome(track, CaseState.SUBMITTED, CaseState.ACCEPTED))
                    .isEqualTo(track != ServiceTrack.TICKET);
        }
    }

    @Test
    void only_a_decision_is_delivered_and_only_what_was_delivered_is_archived() {
        for (var state : CaseState.values()) {
            assertThat(may(state, CaseState.DELIVERED)).isEqualTo(state == CaseState.DECIDED);
            assertThat(may(state, CaseState.ARCHIVED)).isEqualTo(state == CaseState.DELIVERED);
            assertThat(acts(state).contains(CaseAct.DELIVER)).isEqualTo(state == CaseState.DECIDED);
            assertThat(acts(state).contains(CaseAct.DECIDE)).isEqualTo(state == CaseState.ACCEPTED);
        }
    }

    @Test
    void who_decides_elsewhere_decides_and_extends_nothing_here() {
        assertThat(
                        CaseCourseOfLife.acts(
                                CaseState.ACCEPTED, ServiceTrack.STATUTORY, CaseCourse.UPPER))
                .contains(CaseAct.UPPER_DECIDED, CaseAct.STOP)
                .doesNotContain(CaseAct.DECIDE, CaseAct.EXTEND, CaseAct.GIVE_OPINION);
        assertThat(acts(CaseState.ACCEPTED)).doesNotContain(CaseAct.UPPER_DECIDED);
    }

    @Test
    void a_procedure_takes_away_what_it_does_not_name_but_nothing_that_the_law_gives() {
        var procedure =
                new Procedure(
                        List.of(new ProcedureStep(StepKind.REVIEW, null, 3, Set.of(CaseAct.CHECK))),
                        List.of());

        assertThat(CaseCourseOfLife.inProcedure(procedure, StepKind.REVIEW, CaseAct.CHECK))
                .isTrue();
        assertThat(CaseCourseOfLife.inProcedure(procedure, StepKind.REVIEW, CaseAct.STOP))
                .isFalse();
        assertThat(CaseCourseOfLife.inProcedure(procedure, StepKind.DECIDE, CaseAct.STOP)).isTrue();
        for (var act : EnumSet.of(CaseAct.WITHDRAW, CaseAct.DEEM_ACCEPTED, CaseAct.RESUME)) {
            assertThat(CaseCourseOfLife.inProcedure(procedure, StepKind.REVIEW, act)).isTrue();
        }
    }

    @Test
    void a_case_stands_where_its_procedure_begins() {
        var bare = new Procedure(List.of(), List.of());
        var reviewed = new Procedure(List.of(), List.of(new ReviewSeat("s", "环保", null, 3)));

        assertThat(CaseCourseOfLife.first(ServiceTrack.PARK, bare)).isEqualTo(StepKind.ACCEPT);
        assertThat(CaseCourseOfLife.accepted(bare, CaseCourse.HERE)).isEqualTo(StepKind.DECIDE);
        assertThat(CaseCourseOfLife.accepted(reviewed, CaseCourse.HERE)).isEqualTo(StepKind.REVIEW);
        assertThat(CaseCourseOfLife.accepted(reviewed, CaseCourse.UPPER))
                .isEqualTo(StepKind.DECIDE);
    }

    private static boolean may(CaseState from, CaseState to) {
        return CaseCourseOfLife.mayBecome(ServiceTrack.STATUTORY, from, to);
    }

    private static Set<CaseAct> acts(CaseState state) {
        return CaseCourseOfLife.acts(state, ServiceTrack.STATUTORY, CaseCourse.HERE);
    }
}
