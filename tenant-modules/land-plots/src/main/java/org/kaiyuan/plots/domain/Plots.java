package org.kaiyuan.plots.domain;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kaiyuan.plots.PlotId;
import org.kaiyuan.plots.UnknownPlot;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.query.Param;

/** All plots of the current zone. */
public interface Plots extends Repository<Plot, PlotId> {
    Optional<Plot> findById(PlotId id);

    /** As {@link #findById}; others who want to change it wait until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select p from Plot p where p.id = :id")
    Optional<Plot> findLocked(@Param("id") PlotId id);

    /** As {@link #findLocked}, several, always in the order of their ids, so that two who want the same never wait for each other. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select p from Plot p where p.id.value in :ids order by p.id.value")
    List<Plot> findAllLocked(@Param("ids") Collection<UUID> ids);

    /** Also publishes what the plot has announced; written with the next {@link #flush}. */
    Plot save(Plot plot);

    void flush();

    /** Also publishes what the plot has announced; written at once, so that the new version is known. */
    Plot saveAndFlush(Plot plot);

    /** @throws UnknownPlot when there is none */
    default Plot get(PlotId id) {
        return findById(id).orElseThrow(UnknownPlot::new);
    }

    /** @throws UnknownPlot when there is none */
    default Plot hold(PlotId id) {
        return findLocked(id).orElseThrow(UnknownPlot::new);
    }
}
