package org.kaiyuan.portal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.EnterpriseId;
import org.kaiyuan.enterprises.own.OwnRecords;
import org.kaiyuan.platform.access.portal.EnterprisePeople;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.audit.FieldChange;
import org.kaiyuan.platform.notices.Notices;
import org.kaiyuan.portal.domain.InTurn;
import org.kaiyuan.portal.domain.Representative;
import org.kaiyuan.portal.domain.Representatives;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What every way to begin or end standing for an enterprise has in common. Asks nobody's permission. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class RepresentativeKeeping {
    /** How many people may stand for one enterprise at a time. */
    static final int MOST = 100;

    private static final String HOME = "/portal";

    private final Representatives representatives;
    private final EnterprisePeople people;
    private final CodeBook codes;
    private final ChangeHistory history;
    private final Notices notices;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    RepresentativeKeeping(
            Representatives representatives,
            EnterprisePeople people,
            CodeBook codes,
            ChangeHistory history,
            Notices notices,
            JdbcTemplate jdbc,
            Clock clock) {
        this.representatives = representatives;
        this.people = people;
        this.codes = codes;
        this.history = history;
        this.notices = notices;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @see InTurn */
    void oneAfterTheOther() {
        InTurn.await(jdbc);
    }

    /**
     * @param asAdministrator null: if the enterprise has none yet
     * @param by who decided
     * @throws PortalRefused when they stand for it already, or too many do
     */
    void confirm(
            Representative one,
            OwnRecords.Named enterprise,
            @Nullable Boolean asAdministrator,
            String by) {
        var id = enterprise.id().value();
        if (stands(one, enterprise.id())) {
            throw new PortalRefused("portal.refusal.already", enterprise.name());
        }
        if (representatives.countByEnterpriseIdAndState(id, RepresentativeState.CONFIRMED)
                >= MOST) {
            throw new PortalRefused("portal.refusal.tooManyRepresentatives", MOST);
        }
        boolean administrator =
                asAdministrator == null ? administrators(enterprise.id()) == 0 : asAdministrator;
        one.confirm(enterprise.id(), enterprise.name(), administrator, by, clock.instant());
        representatives.saveAndFlush(one);
        people.admit(one.account());
        record(
                one,
                "confirmed",
                new FieldChange("enterprise", null, enterprise.name()),
                new FieldChange("administrator", null, Boolean.toString(administrator)),
                new FieldChange("decidedBy", null, by));
        tell(one, "portal.notice.confirmed", enterprise.name());
    }

    void decline(Representative one, String reason) {
        one.decline(reason, ChangeHistory.actorName(), clock.instant());
        representatives.saveAndFlush(one);
        record(one, "declined", new FieldChange("reason", null, reason.strip()));
        tell(one, "portal.notice.declined", one.creditCode(), reason.strip());
    }

    /** Whoever stands for nobody else in the park is out of it at their next request; codes that they made open nothing. */
    void end(Representative one, String reason) {
        var row = one.row();
        if (row.enterpriseId() != null) {
            codes.revokeThoseOf(row.username(), row.enterpriseId());
        }
        one.end(reason, ChangeHistory.actorName(), clock.instant());
        representatives.saveAndFlush(one);
        if (!representatives.existsByAccountIdAndState(
                one.account().value(), RepresentativeState.CONFIRMED)) {
            people.dismiss(List.of(one.account()));
        }
        record(
                one,
                "ended",
                new FieldChange("enterprise", row.enterpriseName(), null),
                new FieldChange("reason", null, reason.strip()));
        tell(one, "portal.notice.ended", String.valueOf(row.enterpriseName()), reason.strip());
    }

    long administrators(EnterpriseId enterprise) {
        return representatives.countByEnterpriseIdAndStateAndAdministratorTrue(
                enterprise.value(), RepresentativeState.CONFIRMED);
    }

    void record(Representative one, String act, FieldChange... changes) {
        var all = new ArrayList<>(List.of(changes));
        all.add(new FieldChange("person", null, one.row().username()));
        all.add(new FieldChange("creditCode", null, one.creditCode()));
        history.record(Representative.SUBJECT, one.id().value(), act, all);
    }

    private boolean stands(Representative one, EnterpriseId enterprise) {
        return representatives
                .findByAccountIdAndEnterpriseIdAndState(
                        one.account().value(), enterprise.value(), RepresentativeState.CONFIRMED)
                .isPresent();
    }

    private void tell(Representative one, String key, String... arguments) {
        notices.tell(one.row().username(), key, List.of(arguments), HOME);
    }
}
