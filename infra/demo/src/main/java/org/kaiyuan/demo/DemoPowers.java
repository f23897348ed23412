package org.kaiyuan.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.kaiyuan.delegation.ListPublished;
import org.kaiyuan.delegation.MattersChanged;
import org.kaiyuan.platform.tenancy.TenantId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The made-up lists of powers of a zone, over real matters; what is published is shown to the public. */
@Component
class DemoPowers {
    private static final Logger log = LoggerFactory.getLogger(DemoPowers.class);
    private static final int AT_ONCE = 500;

    private final JdbcTemplate jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DemoPowers(JdbcTemplate jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A zone that gets powers.
     *
     * @param city without 市
     * @param whole all kinds of lists, and how they are used; else one, for comparison
     */
    record Holder(
            String code, String zone, String city, TenantId tenant, boolean whole, long seed) {}

    boolean isLoaded(String code) {
        return !jdbc.queryForList("select 1 from demo.loaded_powers where code = ?", code)
                .isEmpty();
    }

    /**
     * Puts them into the current zone, unless somebody has begun a list of their own there already.
     *
     * @return what the zone has asked its supervisor for
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<PowerUseStories.Asked> load(Holder holder, TenantId supervisor) {
        var code = holder.code();
        var zone = holder.zone();
        var tenant = holder.tenant();
        if (!jdbc.queryForList("select 1 from delegation.list limit 1").isEmpty()) {
            return List.of();
        }
        var today = LocalDate.now(clock);
        var stories =
                PowerStories.of(
                        zone, holder.city(), today, holder.whole(), new Draws(holder.seed()));
        int first =
                jdbc.update(
                        "insert into demo.loaded_powers (code, entries) values (?, ?) on conflict do nothing",
                        code,
                        stories.lists.stream()
                                .mapToInt(one -> one.editions.getLast().size())
                                .sum());
        if (first == 0) {
            return List.of(); // another node was quicker
        }
        int wordings =
                new PowerWriting(jdbc, tenant.value(), code + "-admin", zone + "管理员")
                        .write(stories);
        jdbc.update(
                "insert into delegation.showing (tenant_id, shown, changed_at, changed_name) values (?, true, now(), ?)",
                tenant.value(),
                zone + "管理员");
        announce(tenant, stories);
        log.info("The demo has put {} wordings of powers into {}", wordings, code);
        if (!holder.whole()) {
            return List.of();
        }
        var used =
                PowerUseStories.of(stories, holder.city(), today, new Draws(holder.seed() + 100));
        var writing = new PowerUseWriting(jdbc, tenant.value(), code + "-staff", zone + "工作人员");
        writing.write(used);
        writing.asked(
                used.requests,
                new PowerUseWriting.Side(tenant.value(), zone),
                new PowerUseWriting.Side(supervisor.value(), DemoSupervisor.NAME));
        return used.requests;
    }

    private void announce(TenantId tenant, PowerStories stories) {
        var ids = new ArrayList<UUID>();
        stories.matters.forEach(one -> ids.add(one.id().value()));
        for (int i = 0; i < ids.size(); i += AT_ONCE) {
            events.publishEvent(
                    new MattersChanged(
                            tenant,
                            List.copyOf(ids.subList(i, Math.min(ids.size(), i + AT_ONCE)))));
        }
        for (var list : stories.lists) {
            for (int i = 0; i < list.editions.size(); i++) {
                events.publishEvent(
                        new ListPublished(
                                tenant,
                                list.id,
                                list.kind,
                                i + 1,
                                PowerWriting.moment(list.published.get(i)).toInstant()));
            }
        }
    }
}
