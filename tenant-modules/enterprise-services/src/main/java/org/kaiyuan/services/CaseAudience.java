package org.kaiyuan.services;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.EnterpriseId;
import org.kaiyuan.platform.access.EntrustedCompanies;
import org.kaiyuan.platform.access.ZonePeople;
import org.kaiyuan.platform.tenancy.TenantId;
import org.kaiyuan.portal.StandingPeople;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Whom a case concerns. */
@Component
class CaseAudience {
    private final JdbcTemplate jdbc;
    private final ZonePeople people;
    private final EntrustedCompanies entrusted;
    private final StandingPeople standing;
    private final Clock clock;

    CaseAudience(
            JdbcTemplate jdbc,
            ZonePeople people,
            EntrustedCompanies entrusted,
            StandingPeople standing,
            Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.entrusted = entrusted;
        this.standing = standing;
        this.clock = clock;
    }

    /** @param part whether it is a part of a bundle */
    record About(
            UUID id,
            String receipt,
            String title,
            String enterpriseName,
            @Nullable UUID enterprise,
            @Nullable String applicant,
            @Nullable String owner,
            @Nullable String team,
            @Nullable Long company,
            boolean part) {}

    /** Null where there is none. */
    @Nullable About about(UUID id) {
        return jdbc
                .query(
                        """
                        select id, receipt, title, enterprise_name, enterprise_id, applicant_username, owner, team, company, part_of
                        from services.case_file where id = ?\
                        """,
                        (row, n) ->
                                new About(
                                        row.getObject(1, UUID.class),
                                        row.getString(2),
                                        row.getString(3),
                                        row.getString(4),
                                        row.getObject(5, UUID.class),
                                        row.getString(6),
                                        row.getString(7),
                                        row.getString(8),
                                        row.getObject(9, Long.class),
                                        row.getObject(10) != null),
                        id)
                .stream()
                .findFirst()
                .orElse(null);
    }

    /**
     * Who has it, with whoever stands in for them today; where that is nobody of the zone nor of the company to which it was
     * assigned, that company's people, or the team; where it has none, or nobody in it may handle cases, whoever may.
     */
    Set<String> staff(About about) {
        var hearing = new LinkedHashSet<String>();
        var companys = companys(about);
        var owner = about.owner();
        if (owner != null) {
            var both = new LinkedHashSet<>(List.of(owner));
            both.addAll(substitutes(owner));
            people.of(both).stream()
                    .filter(CaseAudience::handles)
                    .forEach(one -> hearing.add(one.username()));
            both.stream().filter(companys::contains).forEach(hearing::add);
        }
        if (hearing.isEmpty()) {
            hearing.addAll(companys);
        }
        var team = about.team();
        if (hearing.isEmpty() && team != null) {
            people.ofTeam(team).stream()
                    .filter(CaseAudience::handles)
                    .forEach(one -> hearing.add(one.username()));
        }
        if (hearing.isEmpty()) {
            people.whoMay(ServicesPermissions.HANDLE).forEach(one -> hearing.add(one.username()));
        }
        return hearing;
    }

    /** People of the operating company to which it was assigned, while it is entrusted with seeing and handling cases. */
    Set<String> companys(About about) {
        var company = about.company();
        return company == null
                ? Set.of()
                : new LinkedHashSet<>(
                        entrusted.staff(
                                new TenantId(company),
                                Set.of(ServicesPermissions.READ, ServicesPermissions.HANDLE)));
    }

    /** People of the teams whose opinions are awaited. */
    Set<String> reviewers(About about) {
        var hearing = new LinkedHashSet<String>();
        var teams =
                jdbc.query(
                        """
                        select distinct team from services.case_opinion
                        where case_id = ? and verdict is null and team is not null order by team\
                        """,
                        (row, n) -> row.getString(1),
                        about.id());
        people.ofTeams(teams).values().stream()
                .flatMap(List::stream)
                .filter(one ->
                        handles(one) || one.permissions().contains(ServicesPermissions.DECIDE))
                .forEach(one -> hearing.add(one.username()));
        return hearing;
    }

    /** Who handed it in, as long as they stand for the enterprise, and its people who may see its cases. */
    Set<String> enterprise(About about) {
        var hearing = new LinkedHashSet<String>();
        var enterprise = about.enterprise();
        if (enterprise == null) {
            return hearing;
        }
        var rights = rights(enterprise);
        for (var person : standing.of(new EnterpriseId(enterprise))) {
            if (person.administrator()
                    || person.username().equals(about.applicant())
                    || rights.getOrDefault(person.username(), true)) {
                hearing.add(person.username());
            }
        }
        return hearing;
    }

    /** By sign-in name, whether they may see its cases; who is not there may. */
    private Map<String, Boolean> rights(UUID enterprise) {
        Map<String, Boolean> rights = new HashMap<>();
        var today = LocalDate.now(clock);
        jdbc.query(
                "select username, rights, until from services.colleague_right where enterprise_id = ?",
                row -> {
                    rights.put(
                            row.getString(1),
                            EnterpriseDoor.rights(row, today).contains(ColleagueRight.SEE));
                },
                enterprise);
        return rights;
    }

    private List<String> substitutes(String owner) {
        var today = LocalDate.now(clock);
        return jdbc.query(
                "select substitute from services.absence where username = ? and from_on <= ? and until_on >= ?",
                (row, n) -> row.getString(1),
                owner,
                today,
                today);
    }

    private static boolean handles(ZonePeople.Colleague one) {
        return one.permissions().contains(ServicesPermissions.HANDLE);
    }
}
