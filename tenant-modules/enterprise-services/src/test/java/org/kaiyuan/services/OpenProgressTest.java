package org.kaiyuan.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kaiyuan.platform.tenancy.SystemActing;
import org.kaiyuan.portal.MyEnterprises;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.Authentication;

/** How far a case is, without an account. */
class OpenProgressTest extends ServiceDesk {
    @Autowired OpenProgress progress;
    @Autowired ColleagueRights rights;
    @Autowired MyEnterprises mine;

    @Test
    void receipt_and_code_tell_how_far_it_is_and_nothing_of_whom() {
        var firm = firm();
        var receipt = submit(person(firm, true));

        var found = open(receipt.number().toLowerCase(Locale.ROOT), " " + receipt.code());

        assertThat(found.state()).isEqualTo(CaseState.SUBMITTED);
        assertThat(found.title()).isEqualTo("测试事项");
        assertThat(found.events()).isNotEmpty().allMatch(event -> event.byName().isEmpty());
        assertThat(found.toString()).doesNotContain("王芳").doesNotContain("扩建");
    }

    @Test
    void whoever_guesses_gets_one_answer_and_after_ten_tries_none_that_helps() {
        var receipt = submit(person(firm(), true));

        for (int i = 0; i < OpenProgress.MOST_TRIES; i++) {
            assertThatThrownBy(() -> open(receipt.number(), "AAAAAAAA"))
                    .isInstanceOf(UnknownReceipt.class);
        }
        assertThatThrownBy(() -> open(receipt.number(), receipt.code()))
                .as("the right one, too late")
                .isInstanceOf(UnknownReceipt.class);
        owned("update services.progress_try set hour = hour - interval '1 hour'");
        assertThat(open(receipt.number(), receipt.code()).receipt()).isEqualTo(receipt.number());
    }

    @Test
    void who_looks_often_with_the_right_code_is_not_locked_out() {
        var receipt = submit(person(firm(), true));

        for (int i = 0; i < 2 * OpenProgress.MOST_TRIES; i++) {
            assertThat(open(receipt.number(), receipt.code())).isNotNull();
        }
    }

    @Test
    void a_receipt_that_is_not_there_and_a_wrong_code_are_one_answer() {
        var receipt = submit(person(firm(), true));
        var near = receipt.number().substring(0, receipt.number().length() - 6) + "999999";

        for (var number : List.of(receipt.number(), near, "x", "", "'; drop", "A".repeat(500))) {
            assertThatThrownBy(() -> open(number, "AAAAAAAA"))
                    .isInstanceOf(UnknownReceipt.class)
                    .hasMessage("services.refusal.unknownReceipt []");
        }
    }

    @Test
    void another_zone_sees_nothing() {
        var receipt = submit(person(firm(), true));

        var other = zones.zone("u" + park.substring(1));

        assertThatThrownBy(() ->
                        SystemActing.inTenant(
                                other, () -> progress.of(receipt.number(), receipt.code())))
                .isInstanceOf(UnknownReceipt.class);
    }

    @Test
    void the_outcome_is_not_told_where_the_enterprise_keeps_results_from_a_colleague() {
        var firm = firm();
        var boss = person(firm, true);
        var li = person(firm, false);
        var receipt = submit(boss);
        owned(
                """
                update services.case_file set state = 'DECIDED', course = 'OWN', accepted_on = current_date, outcome = 'REFUSED',
                    decided_on = current_date where id = ?\
                """,
                receipt.caseId().value());
        assertThat(open(receipt.number(), receipt.code()).outcome()).isEqualTo(CaseOutcome.REFUSED);

        as(
                boss,
                () -> {
                    rights.give(firm.id(), li.getName(), Set.of(ColleagueRight.SEE), null);
                    return li;
                });

        assertThat(open(receipt.number(), receipt.code()).outcome()).isNull();
    }

    private Receipt submit(Authentication who) {
        var firm = as(who, () -> mine.mine()).getFirst();
        var id = Objects.requireNonNull(firm.enterpriseId());
        return submit(who, readyDraft(who, new Firm(id, "", ""), service()));
    }

    private Progress open(String receipt, String code) {
        return SystemActing.inTenant(zones.zone(park), () -> progress.of(receipt, code));
    }
}
