package org.kaiyuan.leads.domain;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.kaiyuan.leads.ReviewId;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.query.Param;

/** All admission reviews of the current zone. */
public interface Reviews extends Repository<Review, ReviewId> {
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from Review r where r.id = :id")
    Optional<Review> findLocked(@Param("id") ReviewId id);

    Review saveAndFlush(Review review);
}
