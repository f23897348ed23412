package org.kaiyuan.services;

import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.EnterpriseId;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.portal.MyEnterprises;
import org.kaiyuan.portal.MyEnterprises.StandsFor;
import org.kaiyuan.portal.PortalPermissions;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The one door through which people of enterprises come to drafts and cases: whether they stand for the enterprise, and what its
 * administrators let them do. To be asked inside a transaction.
 */
@Component
class EnterpriseDoor {
    private static final Set<ColleagueRight> ALL = Set.of(ColleagueRight.values());

    private final MyEnterprises mine;
    private final CurrentPerson person;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    EnterpriseDoor(MyEnterprises mine, CurrentPerson person, JdbcTemplate jdbc, Clock clock) {
        this.mine = mine;
        this.person = person;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Somebody who stands for an enterprise, and what they may do for it. */
    record Standing(
            EnterpriseId id,
            String name,
            @Nullable String creditCode,
            boolean administrator,
            Set<ColleagueRight> rights) {
        boolean may(ColleagueRight right) {
            return rights.contains(right);
        }
    }

    /** Empty where they do not stand for it, and for whoever is of no enterprise. */
    Optional<Standing> maybe(EnterpriseId id) {
        return person.may(PortalPermissions.ENTER)
                ? mine.standsForMaybe(id).map(this::standing)
                : Optional.empty();
    }

    /**
     * @throws org.kaiyuan.enterprises.UnknownEnterprise when they do not stand for it
     * @throws CaseRightRefused when the enterprise does not let them
     */
    Standing with(EnterpriseId id, ColleagueRight right) {
        return refusing(standing(mine.standsFor(id)), right);
    }

    /**
     * As {@link #with}, for what belongs to an enterprise.
     *
     * @param id null for what belongs to none
     * @param notThere what is said to who does not stand for it: as if it were not there
     */
    Standing with(
            @Nullable UUID id,
            ColleagueRight right,
            Supplier<? extends RuntimeException> notThere) {
        return refusing(
                Optional.ofNullable(id)
                        .map(EnterpriseId::new)
                        .flatMap(this::maybe)
                        .orElseThrow(notThere),
                right);
    }

    /** @throws org.kaiyuan.enterprises.UnknownEnterprise when they do not stand for it */
    Standing standing(EnterpriseId id) {
        return standing(mine.standsFor(id));
    }

    private static Standing refusing(Standing standing, ColleagueRight right) {
        if (!standing.may(right)) {
            throw new CaseRightRefused(right);
        }
        return standing;
    }

    private Standing standing(StandsFor of) {
        return new Standing(
                of.id(),
                of.name(),
                of.creditCode(),
                of.administrator(),
                of.administrator() ? ALL : rights(of.id(), person.username()));
    }

    /** Of a colleague who is no administrator: all, until an administrator says otherwise. */
    private Set<ColleagueRight> rights(EnterpriseId enterprise, String username) {
        return jdbc
                .query(
                        """
                        select rights, until from services.colleague_right where enterprise_id = ? and username = ?\
                        """,
                        (row, n) -> rights(row, LocalDate.now(clock)),
                        enterprise.value(),
                        username)
                .stream()
                .findFirst()
                .orElse(ALL);
    }

    /** What a row of {@code colleague_right} gives on that day: after its last day nothing. */
    static Set<ColleagueRight> rights(ResultSet row, LocalDate today) throws SQLException {
        Date until = row.getDate("until");
        var rights = EnumSet.noneOf(ColleagueRight.class);
        if (until == null || !until.toLocalDate().isBefore(today)) {
            rights.addAll(named(row.getArray("rights")));
        }
        return rights;
    }

    static Set<ColleagueRight> named(Array names) throws SQLException {
        var rights = EnumSet.noneOf(ColleagueRight.class);
        for (var name : (String[]) names.getArray()) {
            rights.add(ColleagueRight.valueOf(name));
        }
        return rights;
    }
}
