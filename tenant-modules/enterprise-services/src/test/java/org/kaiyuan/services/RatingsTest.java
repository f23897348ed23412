package org.kaiyuan.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kaiyuan.platform.access.Role;
import org.kaiyuan.platform.calendar.WorkingDays;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.Authentication;

/** 好差评 and 投诉: said by the enterprise, owed by the park. */
class RatingsTest extends ManyCases {
    @Autowired Ratings ratings;
    @Autowired Complaints complaints;
    @Autowired WorkingDays workingDays;

    private CaseId id = CaseId.next();
    private Firm firm = new Firm(org.kaiyuan.enterprises.EnterpriseId.next(), "", "");

    @SuppressWarnings("NullAway.Init")
    private Authentication who;

    private void aCase(CaseState state, boolean accepted) {
        firm = firm();
        who = person(firm, true);
        id =
                insert(
                        service(),
                        new Row(
                                ServiceTrack.PARK,
                                state,
                                today().minusDays(3),
                                accepted ? today().minusDays(2) : null,
                                10,
                                null,
                                null));
        owned(
                "update services.case_file set enterprise_id = ? where id = ?",
                firm.id().value(),
                id.value());
    }

    @Test
    void a_contact_is_rated_once_after_it_took_place() {
        aCase(CaseState.ACCEPTED, true);
        assertThat(as(who, () -> ratings.open(id)))
                .containsExactly(RatingContact.ACCEPTANCE, RatingContact.HANDLING);

        as(who, () -> ratings.rate(id, RatingContact.ACCEPTANCE, 5, List.of("FAST"), null));

        assertThat(as(who, () -> ratings.open(id))).containsExactly(RatingContact.HANDLING);
        refused("services.refusal.rating.twice", RatingContact.ACCEPTANCE, 4);
        refused("services.refusal.rating.early", RatingContact.RESULT, 4);
        assertThatThrownBy(() ->
                        as(
                                who,
                                () ->
                                        ratings.rate(
                                                id,
                                                RatingContact.HANDLING,
                                                6,
                                                List.of("??"),
                                                null)))
                .isInstanceOfSatisfying(
                        ServicesFieldsRefused.class,
                        refused -> assertThat(refused.fields()).hasSize(2));
        assertThat(as(who, () -> ratings.of(id)))
                .singleElement()
                .satisfies(rating -> {
                    assertThat(rating.state()).isEqualTo(RatingState.NOTED);
                    assertThat(rating.rectifyDueOn()).isNull();
                });
    }

    @Test
    void a_bad_one_is_called_back_and_rectified_within_fifteen_working_days() {
        var supervisor = staff(Role.ZONE_ADMIN);
        aCase(CaseState.ACCEPTED, true);
        var rating =
                as(who, () -> ratings.rate(id, RatingContact.HANDLING, 2, List.of("SLOW"), "太慢"));

        var owed = as(supervisor, () -> ratings.list(RatingState.TO_CALL, null, 10)).items();
        assertThat(owed)
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.rectifyDueOn()).isEqualTo(workingDays.plus(today(), 15));
                    assertThat(one.enterpriseName()).isEqualTo("甲公司");
                });
        assertThat(
                        read(
                                String.class,
                                "select username from notices.notice where message_key = 'services.notice.ratingBad'"))
                .isEqualTo(supervisor.getName());
        assertThatThrownBy(() ->
                        as(
                                supervisor,
                                () -> {
                                    ratings.rectified(rating, today(), "已改", 1);
                                    return true;
                                }))
                .isInstanceOf(CaseRefused.class);
        as(
                supervisor,
                () -> {
                    ratings.calledBack(rating, today(), "已致歉", 1);
                    return true;
                });
        assertThatThrownBy(() ->
                        as(
                                supervisor,
                                () -> {
                                    ratings.rectified(rating, today(), "已改", 1);
                                    return true;
                                }))
                .isInstanceOf(ServicesChangedMeanwhile.class);
        as(
                supervisor,
                () -> {
                    ratings.rectified(rating, today(), "已改", 2);
                    return true;
                });
        assertThat(as(supervisor, () -> ratings.list(RatingState.RECTIFIED, null, 10)).items())
                .hasSize(1);
        assertThat(as(supervisor, () -> ratings.list(RatingState.TO_CALL, null, 10)).items())
                .isEmpty();
    }

    @Test
    void the_list_is_read_page_by_page_each_once() {
        aCase(CaseState.ACCEPTED, true);
        var first = id;
        var contacts = List.of(RatingContact.ACCEPTANCE, RatingContact.HANDLING);
        contacts.forEach(one -> as(who, () -> ratings.rate(first, one, 1, List.of(), null)));

        for (var state : new RatingState[] {null, RatingState.TO_CALL}) {
            var page = desk(() -> ratings.list(state, null, 1));
            var next = desk(() -> ratings.list(state, page.next(), 1));
            assertThat(page.items()).hasSize(1);
            assertThat(next.items()).hasSize(1);
            assertThat(next.next()).isNull();
            assertThat(next.items().getFirst().id()).isNotEqualTo(page.items().getFirst().id());
        }
    }

    @Test
    void a_complaint_is_answered_once_and_the_enterprise_is_told() {
        var supervisor = staff(Role.ZONE_ADMIN);
        aCase(CaseState.SUBMITTED, false);

        var complaint = as(who, () -> complaints.complain(id, "多次要求同一材料"));

        var open = as(supervisor, () -> complaints.list(ComplaintState.OPEN, null, 10)).items();
        assertThat(open)
                .singleElement()
                .satisfies(one -> assertThat(one.dueOn()).isEqualTo(workingDays.plus(today(), 15)));
        as(
                supervisor,
                () -> {
                    complaints.answer(complaint, "已改正", 1);
                    return true;
                });
        assertThat(as(who, () -> complaints.of(id)))
                .singleElement()
                .extracting(Complaint::answer)
                .isEqualTo("已改正");
        assertThatThrownBy(() ->
                        as(
                                supervisor,
                                () -> {
                                    complaints.answer(complaint, "再答", 2);
                                    return true;
                                }))
                .isInstanceOf(CaseRefused.class);
        assertThat(
                        read(
                                String.class,
                                "select username from notices.notice where message_key = 'services.notice.mine.complaintAnswered'"))
                .isEqualTo(who.getName());
        for (int i = 0; i < 5; i++) {
            as(who, () -> complaints.complain(id, "又一次"));
        }
        assertThatThrownBy(() -> as(who, () -> complaints.complain(id, "第六次")))
                .isInstanceOf(CaseRefused.class);
    }

    @Test
    void another_enterprise_and_another_zone_are_told_that_there_is_no_such_case() {
        aCase(CaseState.ACCEPTED, true);
        var mine = id;
        as(who, () -> ratings.rate(mine, RatingContact.HANDLING, 1, List.of(), null));
        var stranger = person(firm(), true);

        assertThatThrownBy(() -> as(stranger, () -> ratings.of(mine)))
                .isInstanceOf(UnknownCase.class);
        assertThatThrownBy(() -> as(stranger, () -> ratings.open(mine)))
                .isInstanceOf(UnknownCase.class);
        assertThatThrownBy(() -> as(stranger, () -> complaints.complain(mine, "不是我的")))
                .isInstanceOf(UnknownCase.class);
        zones.in(
                "luzhou",
                () -> {
                    assertThatThrownBy(() -> ratings.of(mine)).isInstanceOf(UnknownCase.class);
                    assertThat(ratings.list(null, null, 200).items())
                            .noneMatch(one -> one.caseId().equals(mine));
                    return null;
                });
    }

    private void refused(String key, RatingContact contact, int stars) {
        assertThatThrownBy(() -> as(who, () -> ratings.rate(id, contact, stars, List.of(), null)))
                .isInstanceOfSatisfying(
                        CaseRefused.class,
                        refused -> assertThat(refused.messageKey()).isEqualTo(key));
    }
}
