package org.kaiyuan.services;

import java.util.Set;
import java.util.UUID;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.records.RecordKind;
import org.kaiyuan.platform.records.RecordRef;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Services as what samples hang on: staff see all of them; others those that an edition names, by {@link ServiceSamples}. */
@Component
@Transactional(readOnly = true)
public class ServiceRecords implements RecordKind {
    private final JdbcTemplate jdbc;
    private final CurrentPerson person;

    ServiceRecords(JdbcTemplate jdbc, CurrentPerson person) {
        this.jdbc = jdbc;
        this.person = person;
    }

    public static RecordRef of(ServiceId id) {
        return new RecordRef(ServiceKeeping.SUBJECT, id.value());
    }

    @Override
    public String kind() {
        return ServiceKeeping.SUBJECT;
    }

    @Override
    public boolean mayRead(UUID id) {
        return person.may(ServicesPermissions.READ)
                && !jdbc.queryForList("select 1 from services.service where id = ?", id).isEmpty();
    }

    @Override
    public boolean mayChange(UUID id) {
        return person.may(ServicesPermissions.EDIT);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean hold(UUID id) {
        return !jdbc.queryForList("select 1 from services.service where id = ? for share", id)
                .isEmpty();
    }

    @Override
    public String title(UUID id) {
        return jdbc.queryForList(
                        "select title from services.service where id = ?", String.class, id)
                .getFirst();
    }

    @Override
    public String link(UUID id) {
        return "/services/catalogue/" + id;
    }

    @Override
    public Set<String> readableWith() {
        return Set.of(ServicesPermissions.READ);
    }
}
