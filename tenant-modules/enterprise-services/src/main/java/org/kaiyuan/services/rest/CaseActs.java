package org.kaiyuan.services.rest;

import static org.kaiyuan.services.rest.CaseActBody.needed;

import java.util.Map;
import java.util.Set;
import org.kaiyuan.platform.tenancy.TenantId;
import org.kaiyuan.services.CaseAcceptance;
import org.kaiyuan.services.CaseClockKeeping;
import org.kaiyuan.services.CaseDecision;
import org.kaiyuan.services.CaseDelivery;
import org.kaiyuan.services.CaseDesk;
import org.kaiyuan.services.CaseId;
import org.kaiyuan.services.CaseReview;
import org.kaiyuan.services.FormAnswers;
import org.kaiyuan.services.MyCases;
import org.kaiyuan.services.ServicesFieldsRefused;
import org.kaiyuan.services.Tickets;
import org.springframework.stereotype.Component;

/** Brings an act to its use case; whether whoever asks may do it, the use case says. */
@Component
class CaseActs {
    private final CaseAcceptance acceptance;
    private final CaseReview review;
    private final CaseClockKeeping clock;
    private final CaseDecision decision;
    private final CaseDelivery delivery;
    private final CaseDesk desk;
    private final Tickets tickets;
    private final MyCases mine;

    CaseActs(
            CaseAcceptance acceptance,
            CaseReview review,
            CaseClockKeeping clock,
            CaseDecision decision,
            CaseDelivery delivery,
            CaseDesk desk,
            Tickets tickets,
            MyCases mine) {
        this.acceptance = acceptance;
        this.review = review;
        this.clock = clock;
        this.decision = decision;
        this.delivery = delivery;
        this.desk = desk;
        this.tickets = tickets;
        this.mine = mine;
    }

    void perform(CaseId id, CaseActBody body, long basedOn) {
        switch (body.act()) {
            case PRECHECK, ACCEPT, ACCEPT_DEFERRED, ASK_SUPPLEMENT, NOT_ACCEPT ->
                    takeIn(id, body, basedOn);
            case CHECK, ASK_OPINION, GIVE_OPINION, REMARK -> review(id, body, basedOn);
            case STOP, RESUME, ASK_EXTENSION, EXTEND, DECLINE_EXTENSION -> clock(id, body, basedOn);
            case DECIDE, UPPER_DECIDED, VERIFY_PLEDGE, DELIVER, ARCHIVE ->
                    decide(id, body, basedOn);
            case CLAIM, RELEASE, HAND_OVER, ASSIGN, ANSWER -> work(id, body, basedOn);
            case SUPPLEMENT, DEFERRED_HANDED_IN -> {
                var answers = body.answers();
                mine.supplement(id, answers == null ? FormAnswers.NONE : answers, basedOn);
            }
            case WITHDRAW -> mine.withdraw(id, needed("said", body.said()), basedOn);
            case SUBMIT, DEEM_ACCEPTED ->
                    throw new ServicesFieldsRefused("act", "services.rule.act");
        }
    }

    private void takeIn(CaseId id, CaseActBody body, long basedOn) {
        switch (body.act()) {
            case PRECHECK -> acceptance.precheck(id, body.said(), basedOn);
            case ACCEPT -> acceptance.accept(id, basedOn);
            case ACCEPT_DEFERRED ->
                    acceptance.acceptDeferred(
                            id,
                            Set.copyOf(needed("materials", body.materials())),
                            needed("until", body.until()),
                            basedOn);
            case ASK_SUPPLEMENT ->
                    acceptance.askSupplement(
                            id,
                            Map.copyOf(needed("remarks", body.remarks())),
                            needed("said", body.said()),
                            basedOn);
            default -> acceptance.notAccept(id, needed("said", body.said()), basedOn);
        }
    }

    private void review(CaseId id, CaseActBody body, long basedOn) {
        switch (body.act()) {
            case CHECK ->
                    review.check(
                            id,
                            needed("material", body.material()),
                            needed("good", body.good()),
                            body.said(),
                            basedOn);
            case ASK_OPINION ->
                    review.ask(
                            id,
                            needed("name", body.name()),
                            body.team(),
                            needed("on", body.on()),
                            basedOn);
            case GIVE_OPINION ->
                    review.giveOpinion(
                            id,
                            needed("seat", body.seat()),
                            needed("verdict", body.verdict()),
                            needed("said", body.said()),
                            basedOn);
            default -> review.remark(id, needed("said", body.said()));
        }
    }

    private void clock(CaseId id, CaseActBody body, long basedOn) {
        switch (body.act()) {
            case STOP ->
                    clock.stop(
                            id,
                            needed("reason", body.reason()),
                            needed("from", body.from()),
                            needed("document", body.document()),
                            basedOn);
            case RESUME -> clock.resume(id, needed("on", body.on()), basedOn);
            case ASK_EXTENSION ->
                    clock.askExtension(
                            id, needed("days", body.days()), needed("said", body.said()), basedOn);
            case EXTEND -> clock.extend(id, basedOn);
            default -> clock.declineExtension(id, needed("said", body.said()), basedOn);
        }
    }

    private void decide(CaseId id, CaseActBody body, long basedOn) {
        switch (body.act()) {
            case DECIDE ->
                    decision.decide(
                            id,
                            needed("outcome", body.outcome()),
                            needed("said", body.said()),
                            body.conditions(),
                            basedOn);
            case UPPER_DECIDED ->
                    decision.upperDecided(
                            id,
                            needed("outcome", body.outcome()),
                            needed("on", body.on()),
                            needed("document", body.document()),
                            body.said(),
                            basedOn);
            case VERIFY_PLEDGE ->
                    decision.verifyPledge(
                            id, needed("kept", body.kept()), needed("said", body.said()), basedOn);
            case DELIVER ->
                    delivery.deliver(
                            id,
                            needed("way", body.way()),
                            needed("on", body.on()),
                            needed("proof", body.proof()),
                            basedOn);
            default -> delivery.archive(id, basedOn);
        }
    }

    private void work(CaseId id, CaseActBody body, long basedOn) {
        switch (body.act()) {
            case CLAIM -> desk.claim(id, basedOn);
            case RELEASE -> desk.release(id, basedOn);
            case HAND_OVER ->
                    desk.handOver(id, needed("username", body.username()), body.said(), basedOn);
            case ASSIGN -> {
                var company = body.company();
                tickets.assign(
                        id, body.team(), company == null ? null : new TenantId(company), basedOn);
            }
            default -> tickets.answer(id, needed("said", body.said()), basedOn);
        }
    }
}
