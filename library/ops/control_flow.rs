//! Whether to go on, as a value.

/// Whether something goes on or ends early.
pub enum ControlFlow<B, C = ()> {
    Continue(C),
    Break(B),
}

impl<B, C> ControlFlow<B, C> {
    pub fn is_break(&self) -> bool {
        match self {
            ControlFlow::Break(_) => true,
            ControlFlow::Continue(_) => false,
        }
    }

    pub fn is_continue(&self) -> bool {
        !self.is_break()
    }

    pub fn break_value(self) -> Option<B> {
        match self {
            ControlFlow::Break(value) => Some(value),
            ControlFlow::Continue(_) => None,
        }
    }

    pub fn continue_value(self) -> Option<C> {
        match self {
            ControlFlow::Continue(value) => Some(value),
            ControlFlow::Break(_) => None,
        }
    }
}

impl<B: PartialEq, C: PartialEq> PartialEq for ControlFlow<B, C> {
    fn eq(&self, other: &ControlFlow<B, C>) -> bool {
        match (self, other) {
            (ControlFlow::Continue(a), ControlFlow::Continue(b)) => *a == *b,
            (ControlFlow::Break(a), ControlFlow::Break(b)) => *a == *b,
            _ => false,
        }
    }
}

impl<B: crate::fmt::Debug, C: crate::fmt::Debug> crate::fmt::Debug for ControlFlow<B, C> {
    fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result {
        match self {
            ControlFlow::Continue(value) => f.debug_tuple("Continue").field(value).finish(),
            ControlFlow::Break(value) => f.debug_tuple("Break").field(value).finish(),
        }
    }
}

/// Types that say whether to go on.
pub trait Try: Sized {
    type Output;
    type Residual;

    fn from_output(output: Self::Output) -> Self;

    fn from_residual(residual: Self::Residual) -> Self;

    fn branch(self) -> ControlFlow<Self::Residual, Self::Output>;
}

impl<T> Try for Option<T> {
    type Output = T;
    type Residual = ();

    fn from_output(output: T) -> Option<T> {
        Some(output)
    }

    fn from_residual(_residual: ()) -> Option<T> {
        None
    }

    fn branch(self) -> ControlFlow<(), T> {
        match self {
            Some(value) => ControlFlow::Continue(value),
            None => ControlFlow::Break(()),
        }
    }
}

impl<T, E> Try for Result<T, E> {
    type Output = T;
    type Residual = E;

    fn from_output(output: T) -> Result<T, E> {
        Ok(output)
    }

    fn from_residual(residual: E) -> Result<T, E> {
        Err(residual)
    }

    fn branch(self) -> ControlFlow<E, T> {
        match self {
            Ok(value) => ControlFlow::Continue(value),
            Err(error) => ControlFlow::Break(error),
        }
    }
}

impl<B, C> Try for ControlFlow<B, C> {
    type Output = C;
    type Residual = B;

    fn from_output(output: C) -> ControlFlow<B, C> {
        ControlFlow::Continue(output)
    }

    fn from_residual(residual: B) -> ControlFlow<B, C> {
        ControlFlow::Break(residual)
    }

    fn branch(self) -> ControlFlow<B, C> {
        self
    }
}
