package org.kaiyuan.leads.domain;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.kaiyuan.leads.LeadId;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.query.Param;

/** All leads of the current zone; whether somebody may see one is asked of {@code LeadSight}. */
public interface Leads extends Repository<Lead, LeadId> {
    Optional<Lead> findById(LeadId id);

    /** As {@link #findById}; others who want to change it wait until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select l from Lead l where l.id = :id")
    Optional<Lead> findLocked(@Param("id") LeadId id);

    /** All of which something may be due. */
    @Query("select l from Lead l where l.state = ACTIVE and l.mergedInto is null")
    List<Lead> findPursued();

    /** Also publishes what the lead has announced; without it no one hears. */
    Lead save(Lead lead);

    /** As {@link #save}, written at once, so that the new version is known. */
    Lead saveAndFlush(Lead lead);

    void delete(Lead lead);
}
