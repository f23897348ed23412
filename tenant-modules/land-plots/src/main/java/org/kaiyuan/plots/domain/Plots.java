package org.kaiyuan.plots.domain;

import jakarta.persistence.LockModeType;
import java.util.Optional;
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

    /** Also publishes what the plot has announced; written with the next {@link #flush}. */
    Plot save(Plot plot);

    void flush();

    /** Also publishes what the plot has announced; written at once, so that the new version is known. */
    Plot saveAndFlush(Plot plot);

    void delete(Plot plot);

    /** @throws UnknownPlot when there is none */
    default Plot get(PlotId id) {
        return findById(id).orElseThrow(UnknownPlot::new);
    }

    /** @throws UnknownPlot when there is none */
    default Plot hold(PlotId id) {
        return findLocked(id).orElseThrow(UnknownPlot::new);
    }
}
