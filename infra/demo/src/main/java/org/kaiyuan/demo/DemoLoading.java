package org.kaiyuan.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.kaiyuan.enterprises.EnterprisesImported;
import org.kaiyuan.leads.LeadRecount;
import org.kaiyuan.leads.LeadsImported;
import org.kaiyuan.platform.persistence.UuidV7;
import org.kaiyuan.platform.tenancy.SystemActing;
import org.kaiyuan.platform.tenancy.TenantId;
import org.kaiyuan.platform.tenancy.TenantKind;
import org.kaiyuan.platform.tenancy.TenantRegistration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Fills an empty installation with the zones of the plan and made-up enterprises in four of them.
 *
 * <p>Each zone is loaded in one transaction and then never again: killed half-way, the next start goes
 * on with the zones that are missing. What people change in the demo is kept.
 */
@Service
public class DemoLoading {
    private static final Logger log = LoggerFactory.getLogger(DemoLoading.class);
    private static final long SEED = 20_262_027;
    private static final int LEADS = 300;

    /** Zones without enterprises whose lists others are compared with. */
    private static final Set<String> PEERS = Set.of("mianyang-gaoxin", "yibin-lingang-jingkai");

    private static final long ORDINALS_PER_ZONE = 100_000;

    private final TenantRegistration registration;
    private final DemoAccounts accounts;
    private final LeadRecount recount;
    private final DemoLand land;
    private final DemoPowers powers;
    private final DemoSupervisor supervisor;
    private final DemoServices services;
    private final DemoCompanies companies;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DemoLoading(
            TenantRegistration registration,
            DemoAccounts accounts,
            LeadRecount recount,
            DemoLand land,
            DemoPowers powers,
            DemoSupervisor supervisor,
            DemoServices services,
            DemoCompanies companies,
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.registration = registration;
        this.accounts = accounts;
        this.recount = recount;
        this.land = land;
        this.powers = powers;
        this.supervisor = supervisor;
        this.services = services;
        this.companies = companies;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.events = events;
        this.clock = clock;
    }

    /** The same in every installation. */
    public static Map<Place, List<DemoEnterprise>> enterprises() {
        var all = new LinkedHashMap<Place, List<DemoEnterprise>>();
        for (var place : Place.populated()) {
            all.put(place, enterprises(place, all.size()));
        }
        return all;
    }

    /**
     * Loads what is missing.
     *
     * @return false when this installation was begun without the demo, and nothing was done
     */
    public boolean load() {
        if (!begun() && !empty()) {
            log.warn("This installation was begun without the demo, so the demo is not loaded");
            return false;
        }
        var tenants = register();
        var over = supervisor.register();
        int position = 0;
        for (var place : Place.populated()) {
            var tenant = tenants.get(place.code());
            if (tenant != null) {
                load(place, position, tenant, over);
            }
            position++;
        }
        for (var zone : DemoZone.all()) {
            var tenant = tenants.get(zone.code());
            if (tenant != null && PEERS.contains(zone.code())) {
                loadPowers(
                        new DemoPowers.Holder(
                                zone.code(),
                                zone.name(),
                                zone.city(),
                                tenant,
                                false,
                                SEED + 400 + position++),
                        over);
            }
        }
        return true;
    }

    private Map<String, TenantId> register() {
        var tenants = new HashMap<String, TenantId>();
        transaction.executeWithoutResult(status -> {
            for (var zone : DemoZone.all()) {
                tenants.put(
                        zone.code(),
                        registration.register(
                                zone.code(),
                                zone.name(),
                                TenantKind.MANAGEMENT_COMMITTEE,
                                zone.levelType(),
                                zone.city(),
                                true));
            }
        });
        return tenants;
    }

    private void load(Place place, int position, TenantId tenant, TenantId over) {
        var enterprises = enterprises(place, position);
        loadEnterprises(place, tenant, enterprises);
        loadLeads(place, position, tenant, enterprises);
        loadLand(place, position, tenant, enterprises);
        loadPowers(
                new DemoPowers.Holder(
                        place.code(),
                        place.zone(),
                        place.city(),
                        tenant,
                        true,
                        SEED + 400 + position),
                over);
        loadServices(place, position, tenant, enterprises);
    }

    /** Also in an installation that was filled before there were services. */
    private void loadServices(
            Place place, int position, TenantId tenant, List<DemoEnterprise> enterprises) {
        if (services.isLoaded(place.code())) {
            return;
        }
        var company = companies.register(place);
        SystemActing.inTenant(
                tenant,
                () -> {
                    transaction.executeWithoutResult(status ->
                            services.load(
                                    place, tenant, enterprises, company, SEED + 500 + position));
                    return true;
                });
    }

    /** Also in an installation that was filled before there were powers. */
    private void loadPowers(DemoPowers.Holder holder, TenantId over) {
        if (powers.isLoaded(holder.code())) {
            return;
        }
        var asked =
                SystemActing.inTenant(
                        holder.tenant(),
                        () -> transaction.execute(status -> powers.load(holder, over)));
        supervisor.receive(
                over, asked, new PowerUseWriting.Side(holder.tenant().value(), holder.zone()));
    }

    /** Also in an installation that was filled before there was land. */
    private void loadLand(
            Place place, int position, TenantId tenant, List<DemoEnterprise> enterprises) {
        if (count("select plots from demo.loaded_zone where code = ?", place.code()) > 0) {
            return;
        }
        SystemActing.inTenant(
                tenant,
                () -> {
                    transaction.executeWithoutResult(status ->
                            land.load(
                                    place,
                                    tenant.value(),
                                    enterprises,
                                    SEED + 300 + position,
                                    60_000_000L + position * 1_000L));
                    return true;
                });
    }

    /** Also in an installation that was filled before there were leads. */
    private void loadLeads(
            Place place, int position, TenantId tenant, List<DemoEnterprise> enterprises) {
        if (count("select leads from demo.loaded_zone where code = ?", place.code()) > 0) {
            return;
        }
        var today = LocalDate.now(clock);
        var stories = LeadStories.of(position, today, enterprises, LEADS, SEED + 100 + position);
        SystemActing.inTenant(
                tenant,
                () -> {
                    transaction.executeWithoutResult(status -> {
                        int first =
                                jdbc.update(
                                        "update demo.loaded_zone set leads = ? where code = ? and leads = 0",
                                        stories.size(),
                                        place.code());
                        if (first == 0) {
                            return; // another node was quicker
                        }
                        var agents = accounts.registerAgents(place.code());
                        var batch = UuidV7.next();
                        new LeadWriting(
                                        jdbc,
                                        tenant.value(),
                                        agents.keySet().stream().toList(),
                                        agents.values().stream().toList(),
                                        today,
                                        SEED + 200 + position)
                                .write(place.code(), stories, batch);
                        recount.all();
                        events.publishEvent(new LeadsImported(tenant, batch));
                    });
                    return true;
                });
        log.info("The demo has put {} leads into {}", stories.size(), place.code());
    }

    private void loadEnterprises(Place place, TenantId tenant, List<DemoEnterprise> enterprises) {
        if (loaded(place)) {
            return;
        }
        var importId = UuidV7.next();
        SystemActing.inTenant(
                tenant,
                () -> {
                    transaction.executeWithoutResult(
                            status -> write(place, tenant, enterprises, importId));
                    return true;
                });
        log.info("The demo has put {} enterprises into {}", enterprises.size(), place.code());
    }

    private void write(
            Place place, TenantId tenant, List<DemoEnterprise> enterprises, UUID importId) {
        int first =
                jdbc.update(
                        "insert into demo.loaded_zone (code, enterprises) values (?, ?) "
                                + "on conflict do nothing",
                        place.code(),
                        enterprises.size());
        if (first == 0) {
            return; // another node was quicker
        }
        accounts.registerForZone(place.code(), place.zone());
        accounts.registerOperator();
        jdbc.execute(
                (ConnectionCallback<Boolean>)
                        connection -> {
                            new EnterpriseCopy(connection, tenant).write(enterprises, importId);
                            return true;
                        });
        accounts.registerForEnterprise(place.code(), enterprises);
        events.publishEvent(new EnterprisesImported(tenant, importId));
    }

    private boolean loaded(Place place) {
        return count("select count(*) from demo.loaded_zone where code = ?", place.code()) > 0;
    }

    /** Something of the demo is here, so it may be gone on with. */
    private boolean begun() {
        return count("select count(*) from tenancy.tenant where demo") > 0;
    }

    private boolean empty() {
        return count("select count(*) from tenancy.tenant") == 0;
    }

    private long count(String sql, Object... arguments) {
        var count = jdbc.queryForObject(sql, Long.class, arguments);
        return count == null ? 0 : count;
    }

    private static List<DemoEnterprise> enterprises(Place place, int position) {
        return EnterpriseGenerator.of(place, SEED + position, (position + 1) * ORDINALS_PER_ZONE)
                .stream(place.enterprises())
                .toList();
    }
}
