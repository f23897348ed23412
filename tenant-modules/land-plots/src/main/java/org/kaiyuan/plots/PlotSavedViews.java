package org.kaiyuan.plots;

import java.util.List;
import java.util.UUID;
import org.kaiyuan.platform.views.KeptViews;
import org.kaiyuan.platform.views.SavedView;
import org.kaiyuan.platform.views.ViewStore;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Questions about plots that people keep under a name. */
@Service
@Transactional
@PreAuthorize("hasRole('" + PlotPermissions.READ + "')")
public class PlotSavedViews implements KeptViews<PlotQuestion> {
    private final ViewStore<PlotQuestion> store;

    PlotSavedViews(JdbcTemplate jdbc) {
        this.store =
                new ViewStore<>(jdbc, "plots.saved_view", PlotQuestion::text, PlotQuestion::read);
    }

    @Override
    @Transactional(readOnly = true)
    public List<SavedView<PlotQuestion>> list() {
        return store.list();
    }

    @Override
    @Transactional(readOnly = true)
    public SavedView<PlotQuestion> get(UUID id) {
        return store.get(id);
    }

    @Override
    public UUID save(String name, PlotQuestion question, boolean shared) {
        return store.save(name, question, shared);
    }

    @Override
    public void revise(UUID id, String name, PlotQuestion question, boolean shared) {
        store.revise(id, name, question, shared);
    }

    @Override
    public void remove(UUID id) {
        store.remove(id);
    }
}
