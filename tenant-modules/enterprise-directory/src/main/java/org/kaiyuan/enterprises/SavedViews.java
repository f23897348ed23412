package org.kaiyuan.enterprises;

import java.util.List;
import java.util.UUID;
import org.kaiyuan.platform.views.KeptViews;
import org.kaiyuan.platform.views.SavedView;
import org.kaiyuan.platform.views.ViewStore;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Questions about enterprises that people keep under a name. */
@Service
@Transactional
@PreAuthorize("hasRole('" + EnterprisePermissions.READ + "')")
public class SavedViews implements KeptViews<EnterpriseQuestion> {
    private final ViewStore<EnterpriseQuestion> store;

    SavedViews(JdbcTemplate jdbc) {
        this.store =
                new ViewStore<>(
                        jdbc,
                        "enterprises.saved_view",
                        EnterpriseQuestion::text,
                        EnterpriseQuestion::read);
    }

    @Override
    @Transactional(readOnly = true)
    public List<SavedView<EnterpriseQuestion>> list() {
        return store.list();
    }

    @Override
    @Transactional(readOnly = true)
    public SavedView<EnterpriseQuestion> get(UUID id) {
        return store.get(id);
    }

    /** @throws SavedViewQuestionRefused when the question would not be the same when it is opened */
    @Override
    public UUID save(String name, EnterpriseQuestion question, boolean shared) {
        refuseNotUnderstood(question);
        return store.save(name, question, shared);
    }

    /** @throws SavedViewQuestionRefused when the question would not be the same when it is opened */
    @Override
    public void revise(UUID id, String name, EnterpriseQuestion question, boolean shared) {
        refuseNotUnderstood(question);
        store.revise(id, name, question, shared);
    }

    @Override
    public void remove(UUID id) {
        store.remove(id);
    }

    private static void refuseNotUnderstood(EnterpriseQuestion question) {
        if (!question.isUnderstood()) {
            throw new SavedViewQuestionRefused();
        }
    }
}
