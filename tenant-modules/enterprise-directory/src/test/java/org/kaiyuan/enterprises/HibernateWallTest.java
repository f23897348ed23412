package org.kaiyuan.enterprises;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kaiyuan.enterprises.domain.Enterprise;
import org.kaiyuan.testing.ActAsZone;
import org.kaiyuan.testing.KaiyuanTest;
import org.kaiyuan.testing.TestServers;
import org.kaiyuan.testing.Zones;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Hibernate's wall alone: PostgreSQL's is taken down for the time of a test. */
@KaiyuanTest
@ActAsZone("deyang")
class HibernateWallTest {
    @Autowired EntityManager entities;
    @Autowired EnterpriseRegistration registration;
    @Autowired PlatformTransactionManager transactions;
    @Autowired JdbcTemplate jdbc;
    @Autowired TestServers servers;
    @Autowired Zones zones;

    private EnterpriseId theirs;

    @BeforeEach
    void only_the_annotation_is_left() throws Exception {
        asOwner("truncate enterprises.enterprise, enterprises.batch_touch cascade");
        registration.register(EnterpriseProfile.named("德阳的企业有限公司"));
        theirs =
                zones.in(
                        "luzhou",
                        () -> registration.register(EnterpriseProfile.named("泸州的企业有限公司")));
        asOwner("alter table enterprises.enterprise disable row level security");
    }

    @AfterEach
    void both_walls_stand_again() throws Exception {
        asOwner("alter table enterprises.enterprise enable row level security");
    }

    @Test
    void another_zone_sees_nothing() {
        assertThat(inTransaction(() -> names(Enterprise.class))).containsExactly("德阳的企业有限公司");
        assertThat(inTransaction(() -> entities.find(Enterprise.class, theirs))).isNull();
    }

    @Test
    void without_the_annotation_both_zones_are_seen() {
        assertThat(inTransaction(() -> names(EnterpriseWithoutAnnotation.class)))
                .containsExactlyInAnyOrder("德阳的企业有限公司", "泸州的企业有限公司");
    }

    @Test
    void every_entity_over_a_table_of_zones_carries_the_annotation() {
        var tables =
                jdbc.queryForList(
                        """
                        select table_schema || '.' || table_name from information_schema.columns
                        where column_name = 'tenant_id' and table_schema not in ('pg_catalog')
                        """,
                        String.class);
        var open = new ArrayList<String>();
        for (var entity : entities.getMetamodel().getEntities()) {
            var type = entity.getJavaType();
            var table = type.getAnnotation(Table.class);
            if (tables.contains(table.schema() + "." + table.name())
                    && !carriesTheAnnotation(type)) {
                open.add(type.getName());
            }
        }

        assertThat(open).containsExactly(EnterpriseWithoutAnnotation.class.getName());
    }

    private static boolean carriesTheAnnotation(Class<?> type) {
        for (Class<?> at = type; at != null; at = at.getSuperclass()) {
            for (var field : at.getDeclaredFields()) {
                if (field.isAnnotationPresent(org.hibernate.annotations.TenantId.class)) {
                    return true;
                }
            }
        }
        return false;
    }

    private List<String> names(Class<?> entity) {
        return entities.createQuery("select e.name from " + entity.getName() + " e", String.class)
                .getResultList();
    }

    private <T> T inTransaction(Supplier<T> work) {
        return new TransactionTemplate(transactions).execute(status -> work.get());
    }

    private void asOwner(String sql) throws Exception {
        try (var owner = servers.asOwner();
                var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    /** What an enterprise would be if somebody forgot. */
    @Entity
    @Table(schema = "enterprises", name = "enterprise")
    static class EnterpriseWithoutAnnotation {
        @EmbeddedId
        @AttributeOverride(name = "value", column = @Column(name = "id"))
        private EnterpriseId id;

        @Column(name = "name")
        private String name;
    }
}
