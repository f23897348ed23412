package org.kaiyuan.testing;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.access.PermissionGrant;
import org.kaiyuan.platform.access.PermissionGrants;
import org.kaiyuan.platform.access.Role;
import org.kaiyuan.platform.records.RecordKind;
import org.kaiyuan.platform.records.RecordRef;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.platform.tenancy.TenantId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Records of tests: made in one zone, there for nobody else. */
@Component
public class Things implements RecordKind {
    public static final String KIND = "testing.thing";
    public static final String READ = "enterprises:read";
    public static final String WRITE = "enterprises:write";

    private final Map<UUID, TenantId> zones = new ConcurrentHashMap<>();
    private final CurrentPerson person;

    Things(CurrentPerson person) {
        this.person = person;
    }

    /** No module of records is here: what its staff may do is declared for the tests. */
    @Configuration(proxyBeanMethods = false)
    static class Grants {
        @Bean
        static PermissionGrants thingGrants() {
            return new PermissionGrants(
                    new PermissionGrant(READ, Role.ZONE_ADMIN, Role.ZONE_STAFF),
                    new PermissionGrant(WRITE, Role.ZONE_ADMIN, Role.ZONE_STAFF));
        }
    }

    /** A new one of the current zone. */
    public RecordRef make() {
        var id = UUID.randomUUID();
        zones.put(id, CurrentTenant.get());
        return new RecordRef(KIND, id);
    }

    /** It is gone. */
    public void forget(RecordRef thing) {
        zones.remove(thing.id());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean mayRead(UUID id) {
        return person.may(READ) && CurrentTenant.get().equals(zones.get(id));
    }

    @Override
    public boolean mayChange(UUID id) {
        return person.may(WRITE);
    }

    @Override
    public boolean hold(UUID id) {
        return zones.containsKey(id);
    }

    @Override
    public String title(UUID id) {
        return "测试记录";
    }

    @Override
    public String link(UUID id) {
        return "/things/" + id;
    }

    @Override
    public Set<String> readableWith() {
        return Set.of(READ);
    }
}
