//! Declares raw records and closed lists of words: the keys that may be written, how they are read,
//! and what their schema says, from one list.

/// Declares a raw record: a struct whose fields are the keys that may be written.
///
/// Each key has a comment, which is what editors are told of it, perhaps marks in brackets
/// (`required`, and those that [`shape`](super::shape) knows), and the type of its value.
macro_rules! raw {
    ($(#[$meta:meta])* $name:ident ($what:literal) {
        $( $(#[doc = $says:literal])* $key:ident $([$($mark:ident),+])? : $ty:ty ),* $(,)?
    }) => {
        $(#[$meta])*
        #[derive(Debug, Clone)]
        pub(crate) struct $name { $( $(#[doc = $says])* pub(crate) $key: $crate::front_matter::reader::Field<$ty>, )* }

        impl $name {
            pub(crate) const KEYS: &'static [&'static str] = &[ $( stringify!($key), )* ];

            /// Reads the keys that are this record's own; others are not its business.
            pub(crate) fn read(
                map: &[($crate::front_matter::yaml::Key, $crate::front_matter::yaml::Node)],
                reader: &mut $crate::front_matter::reader::Reader,
            ) -> Self {
                Self { $( $key: reader.field(map, stringify!($key)), )* }
            }

            /// What the keys are called, what they hold, and what is said of them.
            pub(crate) fn keys(all: &mut $crate::front_matter::shape::Definitions) -> Vec<$crate::front_matter::shape::KeyShape> {
                vec![ $( $crate::front_matter::shape::KeyShape {
                    name: stringify!($key),
                    says: concat!($($says),*),
                    marks: &[ $($( stringify!($mark) ),+)? ],
                    shape: <$ty as $crate::front_matter::shape::Shape>::shape(all),
                }, )* ]
            }
        }

        impl $crate::front_matter::shape::Shape for $name {
            fn shape(all: &mut $crate::front_matter::shape::Definitions) -> serde_json::Value {
                $crate::front_matter::shape::reference(all, stringify!($name), |all| $crate::front_matter::shape::object($what, Self::keys(all)))
            }
        }

        impl $crate::front_matter::reader::FromNode for $name {
            const ALONE: bool = false;

            fn from_node(
                node: &$crate::front_matter::yaml::Node,
                reader: &mut $crate::front_matter::reader::Reader,
            ) -> Option<Self> {
                let map = reader.map(node, $what)?;
                reader.refuse_unknown(map, $what, &[Self::KEYS]);
                Some(Self::read(map, reader))
            }
        }
    };
}
pub(crate) use raw;

/// Declares how a closed list of words is read, and what it looks like.
macro_rules! words {
    ($name:ident ($what:literal) = $words:expr) => {
        impl $crate::front_matter::reader::FromNode for $name {
            fn from_node(
                node: &$crate::front_matter::yaml::Node,
                reader: &mut $crate::front_matter::reader::Reader,
            ) -> Option<Self> {
                $crate::front_matter::values::word(node, reader, $what, &$words)
            }
        }

        impl $crate::front_matter::shape::Shape for $name {
            fn shape(_: &mut $crate::front_matter::shape::Definitions) -> serde_json::Value {
                $crate::front_matter::shape::one_of(&$words.map(|(_, word)| word))
            }
        }
    };
}
pub(crate) use words;
