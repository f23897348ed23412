package org.kaiyuan.services;

import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Figures of services. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasRole('" + ServicesPermissions.READ + "')")
public class ServiceFigures {
    /** Rates of fewer cases are marked. */
    public static final int SMALL = 30;

    ServiceFigures() {}

    public FigureLine total(FigureQuestion question) {
        throw new UnsupportedOperationException();
    }

    /** At most 500 lines. */
    public List<FigureLine> by(FigureGroup group, FigureQuestion question) {
        throw new UnsupportedOperationException();
    }

    public List<StepFigure> steps(FigureQuestion question) {
        throw new UnsupportedOperationException();
    }
}
