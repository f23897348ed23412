package org.kaiyuan.leads;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.kaiyuan.enterprises.EnterpriseDirectory;
import org.kaiyuan.enterprises.EnterpriseFilter;
import org.kaiyuan.enterprises.EnterprisePermissions;
import org.kaiyuan.enterprises.EnterpriseQuestion;
import org.kaiyuan.enterprises.EnterpriseStatus;
import org.kaiyuan.enterprises.Industries;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.platform.tenancy.TenantDirectory;
import org.kaiyuan.platform.tenancy.TenantSummary;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The chain map (产业链图谱). */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasRole('" + LeadPermissions.FIGURES + "')")
public class LeadChain {
    /** What works here, or prepares to. */
    private static final Set<EnterpriseStatus> HERE =
            Set.of(EnterpriseStatus.ACTIVE, EnterpriseStatus.PREPARING);

    private final JdbcTemplate jdbc;
    private final LeadSight sight;
    private final EnterpriseDirectory enterprises;
    private final TenantDirectory tenants;
    private final CurrentPerson person;

    LeadChain(
            JdbcTemplate jdbc,
            LeadSight sight,
            EnterpriseDirectory enterprises,
            TenantDirectory tenants,
            CurrentPerson person) {
        this.jdbc = jdbc;
        this.sight = sight;
        this.enterprises = enterprises;
        this.tenants = tenants;
        this.person = person;
    }

    /** All industries of the plan, those with nothing too; one statement here, one in the directory. */
    public ChainMap map() {
        var zone = tenants.find(CurrentTenant.get()).map(TenantSummary::name).orElse("");
        boolean sees = person.may(EnterprisePermissions.READ);
        var enterprisesBy = sees ? enterprises.bySubIndustry(HERE) : Map.<String, Long>of();
        var sums = sums();
        var industries =
                Industries.leading().stream()
                        .map(industry ->
                                new ChainMap.Industry(
                                        industry,
                                        PlanFacts.ofZone(zone, industry),
                                        Industries.subIndustries(industry).stream()
                                                .map(sub -> {
                                                    var key = industry + "/" + sub;
                                                    return cell(
                                                            zone,
                                                            industry,
                                                            sub,
                                                            enterprisesBy.getOrDefault(key, 0L),
                                                            taken(sums, key));
                                                })
                                                .toList()))
                        .toList();
        var outside = sums.values().stream().reduce(ChainMap.Sums.NONE, ChainMap.Sums::and);
        return new ChainMap(zone, PlanFacts.names(zone), sees, industries, outside);
    }

    private static ChainMap.Sums taken(Map<String, ChainMap.Sums> sums, String key) {
        var own = sums.remove(key);
        return own == null ? ChainMap.Sums.NONE : own;
    }

    private static ChainMap.Cell cell(
            String zone, String industry, String sub, long enterprises, ChainMap.Sums sums) {
        return new ChainMap.Cell(
                industry,
                sub,
                PlanFacts.direction(industry, sub),
                PlanFacts.reliesOn(zone, industry, sub),
                enterprises,
                EnterpriseQuestion.ALL.with(
                        new EnterpriseFilter(
                                null, null, industry, sub, HERE, null, null, null, null, null, null,
                                null, null, null)),
                sums,
                LeadFigures.behind(
                        LeadFilter.ALL
                                .but()
                                .leadingIndustry(industry)
                                .subIndustry(sub)
                                .states(Set.of(LeadState.ACTIVE))
                                .filter()));
    }

    private Map<String, ChainMap.Sums> sums() {
        var sql =
                LeadSql.of(
                        LeadFilter.ALL.but().states(Set.of(LeadState.ACTIVE)).filter(),
                        sight.seen());
        var sums = new HashMap<String, ChainMap.Sums>();
        jdbc.query(
                """
                select coalesce(l.leading_industry, '') || '/' || coalesce(l.sub_industry, ''),
                       count(*) filter (where l.stage in ('CLUE', 'ASSESSMENT', 'NEGOTIATION', 'REVIEW')),
                       count(*) filter (where l.stage in ('SIGNED', 'REGISTERED', 'LAND')),
                       count(*) filter (where l.stage = 'CONSTRUCTION'),
                       count(*) filter (where l.stage in ('PRODUCTION', 'ABOVE_SCALE', 'FULL_CAPACITY')),
                       sum(greatest(l.investment_yuan, 0))
                from leads.lead l where %s group by 1\
                """
                        .formatted(sql.where()),
                row -> {
                    sums.put(
                            row.getString(1),
                            new ChainMap.Sums(
                                    row.getLong(2),
                                    row.getLong(3),
                                    row.getLong(4),
                                    row.getLong(5),
                                    row.getLong(6)));
                },
                sql.arguments());
        return sums;
    }
}
