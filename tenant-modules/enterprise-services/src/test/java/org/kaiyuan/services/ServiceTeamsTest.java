package org.kaiyuan.services;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kaiyuan.platform.access.Role;
import org.kaiyuan.platform.refusal.Refusal.FieldFault;
import org.springframework.beans.factory.annotation.Autowired;

/** The teams that a procedure may name. */
class ServiceTeamsTest extends ServiceDesk {
    @Autowired ServiceTeams teams;

    @Test
    void teams_are_those_that_people_of_the_zone_are_in() {
        inTeam("审批局", Role.ZONE_STAFF);
        inTeam("审批局", Role.ZONE_STAFF);
        inTeam("审计组", Role.AUDIT_ADMIN);
        staff(Role.ZONE_STAFF);

        assertThat(desk(teams::known)).containsExactlyInAnyOrder("审批局", "审计组");
        zones.in(
                "o" + park,
                () -> {
                    assertThat(teams.known()).isEmpty();
                    assertThat(teams.reaches("审批局")).isFalse();
                    return park;
                });
    }

    @Test
    void a_team_in_which_nobody_may_handle_a_case_is_warned_of_wherever_it_is_named() {
        inTeam("审批局", Role.ZONE_STAFF);
        inTeam("审计组", Role.AUDIT_ADMIN);
        var procedure =
                new Procedure(
                        List.of(
                                new ProcedureStep(StepKind.ACCEPT, "审批局", 5, Set.of()),
                                new ProcedureStep(StepKind.REVIEW, "审计组", 5, Set.of()),
                                new ProcedureStep(StepKind.DECIDE, null, 5, Set.of())),
                        List.of(
                                new ReviewSeat("s1", "环保", "环保组", 3),
                                new ReviewSeat("s2", "规划", "审批局", 3)));

        assertThat(desk(() -> teams.unreached(procedure)))
                .extracting(FieldFault::field)
                .containsExactly("procedure.steps[1].team", "procedure.seats[0].team");
    }

    private void inTeam(String team, Role role) {
        var username = staff(role).getName();
        owned(
                """
                update access.membership set team = ?
                where account_id = (select id from access.account where username = ?)\
                """,
                team,
                username);
    }
}
