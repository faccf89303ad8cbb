"""Linear layers in 8-bit integers, for processors that multiply them several times as fast as float32."""
