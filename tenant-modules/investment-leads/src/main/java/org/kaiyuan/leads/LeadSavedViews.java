package org.kaiyuan.leads;

import java.util.List;
import java.util.UUID;
import org.kaiyuan.platform.views.KeptViews;
import org.kaiyuan.platform.views.SavedView;
import org.kaiyuan.platform.views.ViewStore;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Questions about leads that people keep under a name. */
@Service
@Transactional
@PreAuthorize("hasRole('" + LeadPermissions.READ + "')")
public class LeadSavedViews implements KeptViews<LeadQuestion> {
    private final ViewStore<LeadQuestion> store;

    LeadSavedViews(JdbcTemplate jdbc) {
        this.store =
                new ViewStore<>(jdbc, "leads.saved_view", LeadQuestion::text, LeadQuestion::read);
    }

    @Override
    @Transactional(readOnly = true)
    public List<SavedView<LeadQuestion>> list() {
        return store.list();
    }

    @Override
    @Transactional(readOnly = true)
    public SavedView<LeadQuestion> get(UUID id) {
        return store.get(id);
    }

    @Override
    public UUID save(String name, LeadQuestion question, boolean shared) {
        return store.save(name, question, shared);
    }

    @Override
    public void revise(UUID id, String name, LeadQuestion question, boolean shared) {
        store.revise(id, name, question, shared);
    }

    @Override
    public void remove(UUID id) {
        store.remove(id);
    }
}
