package org.kaiyuan.plots;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.records.RecordKind;
import org.kaiyuan.platform.records.RecordRef;
import org.kaiyuan.plots.domain.Plot;
import org.kaiyuan.plots.domain.Plots;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Plots as what files and comments hang on. */
@Component
@Transactional(readOnly = true)
public class PlotRecords implements RecordKind {
    private final Plots plots;
    private final CurrentPerson person;
    private final JdbcTemplate jdbc;

    PlotRecords(Plots plots, CurrentPerson person, JdbcTemplate jdbc) {
        this.plots = plots;
        this.person = person;
        this.jdbc = jdbc;
    }

    public static RecordRef of(PlotId id) {
        return new RecordRef(Plot.SUBJECT, id.value());
    }

    @Override
    public String kind() {
        return Plot.SUBJECT;
    }

    @Override
    public boolean mayRead(UUID id) {
        return person.may(PlotPermissions.READ) && plots.findById(new PlotId(id)).isPresent();
    }

    @Override
    public boolean mayChange(UUID id) {
        return person.may(PlotPermissions.WRITE);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean hold(UUID id) {
        return !jdbc.queryForList("select 1 from plots.plot where id = ? for share", id).isEmpty();
    }

    @Override
    public List<UUID> absorbed(UUID id) {
        return List.of();
    }

    @Override
    public String title(UUID id) {
        return plots.get(new PlotId(id)).name();
    }

    @Override
    public String link(UUID id) {
        return "/plots/" + id;
    }

    @Override
    public Set<String> readableWith() {
        return Set.of(PlotPermissions.READ);
    }
}
