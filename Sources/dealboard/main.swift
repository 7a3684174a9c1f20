print("dealboard")
